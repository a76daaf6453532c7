import { detached, NO_ATTRIBUTES, XmlTags, type Attributes, type Element } from "./xml-tags.ts";

export type XmlHandler = {
  /** Whether an element of this local name within a parent of that one ('' for the root) is told of; asked once, not each time. */
  heeds(name: string, parent: string): boolean;
  /** An element that is heeded, or that has attributes. `name` is the local name, without its prefix; the root has depth 1. */
  open(name: string, attributes: Attributes, depth: number, qualifiedName: string): void;
  /** An element that is heeded. `text` is what stood in it, decoded; only for elements without child elements, else ''. */
  close(name: string, text: string, depth: number): void;
};

/** How many different runs are remembered of one place in the tree. */
const REMEMBERED = 16;

const EXCLAMATION_MARK = 0x21;
const SLASH = 0x2f;
const LESS_THAN = 0x3c;
const QUESTION_MARK = 0x3f;

/** A place in the tree of elements; without an element outside of the root. `runs` are those that were seen there, the usual first. */
type Path = { element: Element | null; parent: Path | null; depth: number; heeded: boolean; children: Map<Element, Path>; runs: Run[] };
/** What the handler is told of: an element that opens, with attributes, or one that closes, without. */
type Step = { path: Path; name: string; attributes: Attributes | null };
/** Tags that follow each other without anything between them, checked once: from one place in the tree they lead to another. */
type Run = { written: string; steps: Step[]; to: Path; endsInLeaf: boolean };

/** What is wrong with the XML, and on which line. */
export class XmlError extends Error {}

/**
 * Reads XML that comes in pieces and refuses what is not well-formed: tags that do not match, attributes without quotes
 * or written twice, unknown entities, text outside of the root, an end half-way. Document types are refused, so nothing
 * is ever expanded or fetched. Namespaces are not resolved.
 *
 * It does what the importer needs and no more (no mixed content). Registers write the same runs of tags over and over:
 * a run is read tag by tag once, and recognised as a whole after that. Its tests compare it with a general parser.
 */
export class XmlScanner {
  private readonly tags = new XmlTags((problem) => this.fail(problem));
  private path: Path = { element: null, parent: null, depth: 0, heeded: false, children: new Map(), runs: [] };
  private source = "";
  /** Where in `source` the reading is; what lies before is done. */
  private at = 0;
  /** Where in `source` the next `&` is; only text that reaches so far has entities. */
  private ampersand = Infinity;
  private linesBefore = 1;
  private rootClosed = false;
  /** Whether the last tag opened an element, so that text belongs to it. */
  private inLeaf = false;
  private text = "";
  private learning: Step[] = [];

  constructor(private readonly handler: XmlHandler) {}

  /** Reads on. @throws XmlError */
  write(piece: string): void {
    this.linesBefore += newlines(this.source, this.at);
    this.source = this.source.slice(this.at) + piece;
    this.at = 0;
    this.ampersand = -1;
    for (;;) {
      const tag = this.source.indexOf("<", this.at);
      if (tag < 0) return;
      if (!this.readKnownRun(tag) && !this.learnRun(tag)) return;
    }
  }

  /** Ends the document. @throws XmlError when it is not complete */
  end(): void {
    const open = this.path.element;
    if (open) this.fail(`it ends before </${open.qualifiedName}>`);
    if (!this.rootClosed) this.fail("it has no root element");
    if (this.source.slice(this.at).trim() !== "") this.fail("it goes on after the root element");
  }

  private readKnownRun(at: number): boolean {
    const run = this.knownRun(at);
    if (run === null) return false;
    if (at > this.at) this.readText(this.at, at);
    this.at = at + run.written.length;
    // Only a run that begins by closing an element ends its text.
    if (run.written.charCodeAt(1) !== SLASH) this.text = "";
    const { steps } = run;
    for (let index = 0; index < steps.length; index++) {
      this.tell(steps[index]!);
      this.text = "";
    }
    this.path = run.to;
    this.inLeaf = run.endsInLeaf;
    this.text = "";
    return true;
  }

  /** The remembered run that stands there; tried those that come often have moved to the front. */
  private knownRun(at: number): Run | null {
    const { source } = this;
    const { runs } = this.path;
    for (let index = 0; index < runs.length; index++) {
      const run = runs[index]!;
      // Comparing a slice takes half the time of startsWith.
      if (source.slice(at, at + run.written.length) !== run.written) continue;
      if (index > 0) {
        runs[index] = runs[index - 1]!;
        runs[index - 1] = run;
      }
      return run;
    }
    return null;
  }

  /** Reads a run tag by tag and remembers it; false when it has not come to its end yet. */
  private learnRun(tag: number): boolean {
    const from = this.path;
    this.learning = [];
    let onlyTags = true;
    for (let at = tag; ; at = this.at) {
      const end = this.endOf(at);
      if (end < 0) return false;
      if (at > this.at) this.readText(this.at, at);
      this.at = at;
      onlyTags = this.readMarkup(at, end) && onlyTags;
      this.at = end;
      if (this.source.charCodeAt(end) !== LESS_THAN) break;
    }
    const whole = onlyTags && this.at < this.source.length && from.element !== null && this.path.element !== null;
    if (whole && from.runs.length < REMEMBERED) {
      from.runs.push({ written: detached(this.source.slice(tag, this.at)), steps: this.learning, to: this.path, endsInLeaf: this.inLeaf });
    }
    return true;
  }

  /** Where the markup that begins at `tag` ends, or -1 when that has not come yet. */
  private endOf(tag: number): number {
    const { source } = this;
    const second = source.charCodeAt(tag + 1);
    if (second === QUESTION_MARK) return after(source, "?>", tag + 2);
    if (second === EXCLAMATION_MARK) {
      if (source.startsWith("<!--", tag)) return after(source, "-->", tag + 4);
      if (source.startsWith("<![CDATA[", tag)) return after(source, "]]>", tag + 9);
      if ("<!--".startsWith(source.slice(tag, tag + 4)) || "<![CDATA[".startsWith(source.slice(tag, tag + 9))) return -1;
      return this.fail("document types are not read");
    }
    let end = source.indexOf(">", tag);
    if (second === SLASH) return end + 1 || -1;
    // A '>' between quotes does not end the tag.
    while (end > 0 && !quotesClose(source, tag, end)) end = source.indexOf(">", end + 1);
    return end + 1 || -1;
  }

  /** Whether it was a tag, which opens or closes an element. */
  private readMarkup(tag: number, end: number): boolean {
    const second = this.source.charCodeAt(tag + 1);
    if (second === QUESTION_MARK) return false;
    if (second === EXCLAMATION_MARK) {
      if (this.source.startsWith("<![CDATA[", tag)) this.addText(this.source.slice(tag + 9, end - 3));
      return false;
    }
    if (second === SLASH) this.close(this.source.slice(tag, end));
    else this.open(this.source.slice(tag, end));
    return true;
  }

  private open(written: string): void {
    if (this.rootClosed) this.fail("it goes on after the root element");
    const { element, attributes, empty } = this.tags.read(written);
    this.path = this.childOf(this.path, element);
    this.text = "";
    this.inLeaf = true;
    if (this.path.heeded || attributes !== NO_ATTRIBUTES) this.take({ path: this.path, name: element.localName, attributes });
    if (empty) this.leave(element);
  }

  private close(written: string): void {
    const { element } = this.path;
    if (!element) return this.fail(`${written} closes nothing`);
    if (written.slice(2, -1).trimEnd() !== element.qualifiedName) return this.fail(`${written} closes <${element.qualifiedName}>`);
    this.leave(element);
  }

  private leave({ localName: name }: Element): void {
    const { path } = this;
    if (path.heeded) this.take({ path, name, attributes: null });
    this.path = path.parent!;
    this.rootClosed = this.path.element === null;
    this.text = "";
    this.inLeaf = false;
  }

  private take(step: Step): void {
    this.learning.push(step);
    this.tell(step);
  }

  private tell({ path, name, attributes }: Step): void {
    if (attributes === null) this.handler.close(name, this.text, path.depth);
    else this.handler.open(name, attributes, path.depth, path.element!.qualifiedName);
  }

  private childOf(parent: Path, element: Element): Path {
    let path = parent.children.get(element);
    if (path === undefined) {
      const heeded = this.handler.heeds(element.localName, parent.element?.localName ?? "");
      path = { element, parent, depth: parent.depth + 1, heeded, children: new Map(), runs: [] };
      parent.children.set(element, path);
    }
    return path;
  }

  private readText(start: number, end: number): void {
    if (this.ampersand < start) this.ampersand = (this.source.indexOf("&", start) + 1 || Infinity) - 1;
    if (this.ampersand < end) this.addText(this.tags.decode(this.source.slice(start, end)));
    else if (this.path.heeded || this.path.element === null) this.addText(this.source.slice(start, end));
  }

  private addText(text: string): void {
    if (this.path.element === null && text.replace(/^\uFEFF/, "").trim() !== "") this.fail("it has text outside of the root element");
    if (this.inLeaf && this.path.heeded) this.text = this.text === "" ? text : this.text + text;
  }

  private fail(problem: string): never {
    throw new XmlError(`line ${this.linesBefore + newlines(this.source, this.at)}: ${problem}`);
  }
}

function newlines(text: string, end: number): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at >= 0 && at < end; at = text.indexOf("\n", at + 1)) count++;
  return count;
}

function after(source: string, end: string, from: number): number {
  const found = source.indexOf(end, from);
  return found < 0 ? -1 : found + end.length;
}

/** Whether every quote between the two places is closed again. */
function quotesClose(source: string, from: number, to: number): boolean {
  let open = 0;
  for (let at = from; at < to; at++) {
    const code = source.charCodeAt(at);
    if (open === 0 ? code === 0x22 || code === 0x27 : code === open) open = open === 0 ? code : 0;
  }
  return open === 0;
}
