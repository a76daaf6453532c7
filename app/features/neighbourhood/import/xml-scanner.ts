/** The attributes of an element; shared between elements that are written the same, so never change one. */
export type Attributes = Readonly<Record<string, string>>;

export type XmlHandler = {
  /** `name` is the local name, without its prefix. */
  open(name: string, attributes: Attributes, qualifiedName: string): void;
  /** `text` is what stood in the element, decoded; only for elements without child elements, else ''. */
  close(name: string, text: string): void;
};

const NAME = /^[\p{L}_][\p{L}\p{N}_.\-·]*(?::[\p{L}_][\p{L}\p{N}_.\-·]*)?$/u;
const ATTRIBUTE = /\s+([^\s=<>"'/]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;
const ENTITY = /&(?:(lt|gt|amp|quot|apos)|#(\d{1,7})|#x([0-9a-fA-F]{1,6}));|&/g;
const NAMED: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };
const NONE: Attributes = Object.freeze({});
/** How many different spellings of tags and of attributes are remembered. */
const REMEMBERED = 512;

const EXCLAMATION_MARK = 0x21;
const SLASH = 0x2f;
const QUESTION_MARK = 0x3f;

/** What was read last, with the tag that opened an element after it the last time: registers write the same order over and over. */
type Place = { next: Tag | null };
type Element = Place & { qualifiedName: string; localName: string; closingTag: string };
/** A tag that opens an element, as it is written from `<` to `>`. */
type Tag = Place & { written: string; element: Element; attributes: Attributes };

/** What is wrong with the XML, and on which line. */
export class XmlError extends Error {}

/**
 * Reads XML that comes in pieces and refuses what is not well-formed: tags that do not match, attributes without quotes
 * or written twice, unknown entities, text outside of the root, an end half-way. Document types are refused, so nothing
 * is ever expanded or fetched. Namespaces are not resolved.
 *
 * It does what the importer needs and no more (no mixed content), which makes it about three times as fast as a general
 * parser on the register's files; its tests compare it with one.
 */
export class XmlScanner {
  private readonly elements = new Map<string, Element>();
  private readonly tags = new Map<string, Tag>();
  private readonly attributes = new Map<string, Attributes>();
  private readonly stack: Element[] = [];
  private last: Place = { next: null };
  private source = "";
  /** Where in `source` the reading is; what lies before is done. */
  private at = 0;
  private linesBefore = 1;
  private rootClosed = false;
  /** Whether the last tag opened an element, so that text belongs to it. */
  private inLeaf = false;
  private text = "";

  constructor(private readonly handler: XmlHandler) {}

  /** Reads on. @throws XmlError */
  write(piece: string): void {
    this.linesBefore += newlines(this.source, this.at);
    this.source = this.source.slice(this.at) + piece;
    this.at = 0;
    for (;;) {
      const tag = this.source.indexOf("<", this.at);
      if (tag < 0) return;
      if (this.readPlainTag(tag)) continue;
      const end = this.endOf(tag);
      if (end < 0) return;
      if (tag > this.at) this.readText(this.source.slice(this.at, tag));
      this.at = tag;
      this.readMarkup(tag, end);
      this.at = end;
    }
  }

  /** Ends the document. @throws XmlError when it is not complete */
  end(): void {
    const open = this.stack.at(-1);
    if (open) this.fail(`it ends before </${open.qualifiedName}>`);
    if (!this.rootClosed) this.fail("it has no root element");
    if (this.source.slice(this.at).trim() !== "") this.fail("it goes on after the root element");
  }

  /** The quick way for nearly all markup: a tag that was seen before, above all in this place, and `</name>` where it is expected. */
  private readPlainTag(at: number): boolean {
    const { source } = this;
    if (source.charCodeAt(at + 1) === SLASH) {
      const element = this.stack[this.stack.length - 1];
      if (element === undefined || !source.startsWith(element.closingTag, at)) return false;
      if (at > this.at) this.readText(source.slice(this.at, at));
      this.at = at + element.closingTag.length;
      this.closeElement(element);
      return true;
    }
    let tag = this.last.next;
    if (tag === null || !source.startsWith(tag.written, at)) {
      const end = source.indexOf(">", at);
      tag = (end < 0 ? undefined : this.tags.get(source.slice(at, end + 1))) ?? null;
      if (tag === null) return false;
      this.last.next = tag;
    }
    if (this.rootClosed) return false;
    if (at > this.at) this.readText(source.slice(this.at, at));
    this.at = at + tag.written.length;
    this.last = tag;
    this.openElement(tag.element, tag.attributes);
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

  private readMarkup(tag: number, end: number): void {
    const second = this.source.charCodeAt(tag + 1);
    if (second === SLASH) this.close(tag, end);
    else if (second === EXCLAMATION_MARK) {
      if (this.source.startsWith("<![CDATA[", tag)) this.addText(this.source.slice(tag + 9, end - 3));
    } else if (second !== QUESTION_MARK) this.open(tag, end);
  }

  private open(tag: number, end: number): void {
    if (this.rootClosed) this.fail("it goes on after the root element");
    const empty = this.source.charCodeAt(end - 2) === SLASH;
    const inside = this.source.slice(tag + 1, empty ? end - 2 : end - 1);
    const space = inside.search(/\s/);
    const element = this.elementOf(space < 0 ? inside : inside.slice(0, space));
    const attributes = space < 0 ? NONE : this.attributesOf(inside.slice(space));
    if (!empty && this.tags.size < REMEMBERED) {
      const written = detached(this.source.slice(tag, end));
      this.tags.set(written, { written, element, attributes, next: null });
    }
    this.last = element;
    this.openElement(element, attributes);
    if (empty) this.closeElement(element);
  }

  private openElement(element: Element, attributes: Attributes): void {
    this.stack.push(element);
    this.text = "";
    this.inLeaf = true;
    this.handler.open(element.localName, attributes, element.qualifiedName);
  }

  private close(tag: number, end: number): void {
    const { source } = this;
    const element = this.stack.at(-1);
    if (!element) return this.fail(`${source.slice(tag, end)} closes nothing`);
    if (source.slice(tag + 2, end - 1).trimEnd() !== element.qualifiedName) return this.fail(`${source.slice(tag, end)} closes <${element.qualifiedName}>`);
    this.closeElement(element);
  }

  private closeElement(element: Element): void {
    this.stack.pop();
    this.last = element;
    this.rootClosed = this.stack.length === 0;
    const text = this.inLeaf ? this.text : "";
    this.text = "";
    this.inLeaf = false;
    this.handler.close(element.localName, text);
  }

  private readText(text: string): void {
    this.addText(text.includes("&") ? this.decode(text) : text);
  }

  private addText(text: string): void {
    if (this.stack.length === 0 && text.replace(/^\uFEFF/, "").trim() !== "") this.fail("it has text outside of the root element");
    if (this.inLeaf) this.text = this.text === "" ? text : this.text + text;
  }

  private elementOf(written: string): Element {
    let element = this.elements.get(written);
    if (element === undefined) {
      if (!NAME.test(written)) this.fail(`<${written.slice(0, 40)}> is not an element`);
      const qualifiedName = detached(written);
      element = { qualifiedName, localName: qualifiedName.slice(qualifiedName.indexOf(":") + 1), closingTag: `</${qualifiedName}>`, next: null };
      this.elements.set(qualifiedName, element);
    }
    return element;
  }

  private attributesOf(written: string): Attributes {
    const known = this.attributes.get(written);
    if (known) return known;
    const attributes: Record<string, string> = {};
    let at = 0;
    ATTRIBUTE.lastIndex = 0;
    for (let found = ATTRIBUTE.exec(written); found; found = ATTRIBUTE.exec(written)) {
      const [, name = "", double, single] = found;
      if (Object.hasOwn(attributes, name)) this.fail(`attribute ${name} is written twice`);
      attributes[detached(name)] = this.decode(detached(double ?? single ?? ""));
      at = ATTRIBUTE.lastIndex;
    }
    if (written.slice(at).trim() !== "") this.fail(`attributes${written.slice(0, 40)} are not written well`);
    if (this.attributes.size < REMEMBERED) this.attributes.set(detached(written), attributes);
    return attributes;
  }

  private decode(text: string): string {
    return text.replace(ENTITY, (written: string, name?: string, decimal?: string, hexadecimal?: string) => {
      if (name) return NAMED[name]!;
      const code = decimal ? Number(decimal) : hexadecimal ? Number.parseInt(hexadecimal, 16) : Infinity;
      return code <= 0x10ffff ? String.fromCodePoint(code) : this.fail(`${written} is not an entity`);
    });
  }

  private fail(problem: string): never {
    throw new XmlError(`line ${this.linesBefore + newlines(this.source, this.at)}: ${problem}`);
  }
}

/** A copy that does not hold on to the text from which it was cut; for what is kept longer than that text. */
function detached(text: string): string {
  return Buffer.from(text).toString();
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
