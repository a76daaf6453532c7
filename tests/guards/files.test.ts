import { basename, extname } from "node:path";
import { describe, expect, it } from "vitest";
import { filesIn, textOf } from "./walk.ts";

const folders = ["app", "db", "emails", "scripts", "tests", "docs"];
const code = filesIn(...folders).filter((path) => /\.(tsx?|mjs|css|sql)$/.test(path));
const written = [...code, ...filesIn("docs", "public").filter((path) => /\.(md|txt|webmanifest|json)$/.test(path)), "README.md", "package.json"];

/** Lists of data and words, that do not become clearer by being two files. Shrink this list, don't let it grow. */
const long = /^(app\/i18n\/|db\/migrations\/)|\.(json|css)$/;

describe("files", () => {
  it("are named in kebab-case, so that every machine and everybody finds them", () => {
    const wrong = code.filter((path) => {
      if (path.startsWith("app/routes/")) return false;
      return !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*$/.test(basename(path, extname(path)).replace(/^\d{4}_/, "").replace(/_/g, path.endsWith(".sql") ? "-" : "_"));
    });
    expect(wrong).toEqual([]);
  });

  it("are no drawers: no utils, helpers, lib, misc or barrels", () => {
    expect(code.filter((path) => /(^|\/)(utils?|helpers?|lib|misc|common|shared)(\/|\.tsx?$)/.test(path) && !path.startsWith("app/i18n/"))).toEqual([]);
    const barrels = code.filter((path) => /(^|\/)index\.tsx?$/.test(path));
    expect(barrels).toEqual(["db/schema/index.ts"]);
  });

  it("are at most 300 lines long", () => {
    expect(code.filter((path) => !long.test(path) && textOf(path).trimEnd().split("\n").length > 300)).toEqual([]);
  });

  it("hold nothing that is not finished", () => {
    const unfinished = code.filter((path) => !path.startsWith("tests/guards/") && /\b(TODO|FIXME|XXX|HACK)\b|coming soon|binnenkort beschikbaar|@ts-(ignore|nocheck|expect-error)|\b(it|test|describe)\.(skip|todo|only|fixme)\b|lorem ipsum/i.test(textOf(path)));
    expect(unfinished).toEqual([]);
  });

  it("speak of the product, and not of how it was made", () => {
    // Machines, registries, numbers of issues and the history of the code have no place in it.
    const talk = /(^|["'`\s(])\/(work|home|root)\/\w|\bissues? #?\d+\b|\b(closes?|fixes) #\d+|\bworktrees?\b|\bnpm (mirror|registry)\b/i;
    expect(written.filter((path) => !path.startsWith("tests/guards/") && talk.test(textOf(path)))).toEqual([]);
  });
});
