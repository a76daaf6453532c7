import ts from "typescript";
import { describe, expect, it } from "vitest";
import { en } from "../../app/i18n/en.ts";
import { nl } from "../../app/i18n/nl.ts";
import { filesIn, nodesOf, sourceOf } from "./walk.ts";

type Words = { readonly [key: string]: string | Words };
const flat = (words: Words, path = ""): [string, string][] =>
  Object.entries(words).flatMap(([key, value]) => (typeof value === "string" ? [[`${path}${key}`, value] as [string, string]] : flat(value, `${path}${key}.`)));

const dutch = flat(nl);
const locales = { nl: new Map(dutch), en: new Map(flat(en)) };

describe("words on the screen", () => {
  it("are there: no namespace and no text is empty", () => {
    expect(dutch.length).toBeGreaterThan(200);
    for (const words of Object.values(locales)) expect([...words].filter(([, text]) => text.trim() === "").map(([key]) => key)).toEqual([]);
  });

  it("have the same keys in every locale", () => {
    expect([...locales.en.keys()].sort()).toEqual([...locales.nl.keys()].sort());
  });

  it("have code that shows them, each of them", () => {
    expect(dutch.map(([key]) => key).filter((key) => !shown(key))).toEqual([]);
    expect(["measures.new.title", "catalogue.kinds.glazing", "measures.new.neverNamed", "catalogue.sorts.glazing"].map(shown)).toEqual([true, true, false, false]);
  });

  it("fill in the same names in every locale", () => {
    const differing = dutch.filter(([key, text]) => names(text).join() !== names(locales.en.get(key) ?? "").join()).map(([key]) => key);
    expect(differing).toEqual([]);
  });

  it("say \"je\" and not \"u\" in Dutch", () => {
    const formal = dutch.filter(([, text]) => /(^|[^\p{L}.])([Uu]|[Uu]w|[Uu]ws|[Uu]zelf)(?![\p{L}.])/u.test(withoutNames(text)));
    expect(formal).toEqual([]);
  });

  it("are plain Dutch: no jargon without an explanation, no pressure, no blame", () => {
    const jargon =
      /\b(data(set)?|user|login|uitloggen als|submit|error|foutcode|token|session|cookie wall|consent|opt-?in|opt-?out|dashboard|compliance|verwerkingsgrondslag|authenticatie|authenticeren|autorisatie|verificatie|verifiëren|activeren|valideren|ongeldige invoer|ongeldig verzoek|faciliteren|participatie|stakeholder|implementeren|conform|middels|derhalve|teneinde|dienen te|dient te|omtrent|aangaande|alsmede|inzake|desbetreffende|laatste kans|mis het niet|schiet op|jouw schuld|je bent vergeten)\b/i;
    const found = dutch.filter(([key, text]) => jargon.test(withoutNames(text)) && !allowed.has(key));
    expect(found).toEqual([]);
  });

  it("are short: no Dutch sentence of more than 25 words", () => {
    const long = dutch.filter(([key, text]) => !key.startsWith("pages.") && withoutNames(text).split(/[.!?:;]\s|\n/).some((sentence) => sentence.split(/\s+/).filter(Boolean).length > 25));
    expect(long).toEqual([]);
  });
});

/** Words that a subject needs and that its page explains. */
const allowed = new Set<string>([]);

const names = (text: string) => [...text.matchAll(/\{\{\s*([\w.]+)/g)].map((match) => match[1]!).sort();
const withoutNames = (text: string) => text.replace(/\{\{[^}]*\}\}|<[^>]+>/g, " ");

const files = filesIn("app", "emails").filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$|^app\/i18n\/(nl|en)\//.test(path));
const code = files.map((path) => said(sourceOf(path)));

// A file that names no namespace may list keys for one that does; every other file only speaks of its own.
function shown(path: string): boolean {
  const [namespace = "", ...rest] = path.split(".");
  const key = rest.join(".");
  const names = [key, key.replace(/_(zero|one|other)$/, "")];
  return code.some((file) => (file.namespaces.length === 0 || file.namespaces.includes(namespace)) && names.some((name) => file.texts.has(name) || file.templates.some((template) => template.test(name))));
}

/** The texts of a file, and the templates it asks words with: t(`kinds.${kind}`) names every key right below "kinds". */
function said(file: ts.SourceFile) {
  const nodes = nodesOf(file);
  const texts = new Set(nodes.filter(ts.isStringLiteralLike).map((node) => node.text));
  const templates = nodes.flatMap((node) => (ts.isCallExpression(node) && !ts.isPropertyAccessExpression(node.expression) && node.arguments[0] ? asked(node.arguments[0]).filter(ts.isTemplateExpression).map(pattern) : []));
  return { texts, templates, namespaces: Object.keys(nl).filter((name) => texts.has(name)) };
}

/** What is asked for: one of the two where that depends on something. */
function asked(key: ts.Expression): ts.Expression[] {
  return ts.isConditionalExpression(key) ? [...asked(key.whenTrue), ...asked(key.whenFalse)] : [key];
}

function pattern(template: ts.TemplateExpression): RegExp {
  const parts = [template.head.text, ...template.templateSpans.map((span) => span.literal.text)];
  return new RegExp(`^${parts.map((part) => part.replaceAll(/[^\w]/g, "\\$&")).join("[^.]+")}$`);
}
