/** The attributes of an element; shared between elements that are written the same, so never change one. */
export type Attributes = Readonly<Record<string, string>>;
export type Element = { qualifiedName: string; localName: string };
/** What opens an element; `empty` when it closes it too (`<name/>`). */
export type Tag = { element: Element; attributes: Attributes; empty: boolean };

export const NO_ATTRIBUTES: Attributes = Object.freeze({});

const NAME = /^[\p{L}_][\p{L}\p{N}_.\-·]*(?::[\p{L}_][\p{L}\p{N}_.\-·]*)?$/u;
const ATTRIBUTE = /\s+([^\s=<>"'/]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;
const ENTITY = /&(?:(lt|gt|amp|quot|apos)|#(\d{1,7})|#x([0-9a-fA-F]{1,6}));|&/g;
const NAMED: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };
/** How many different spellings of tags are remembered. */
const REMEMBERED = 512;

/** Reads tags that open an element and remembers them: registers write the same few over and over. */
export class XmlTags {
  private readonly elements = new Map<string, Element>();
  private readonly tags = new Map<string, Tag>();

  /** @param fail throws with what is wrong */
  constructor(private readonly fail: (problem: string) => never) {}

  /** @param written from `<` to `>` */
  read(written: string): Tag {
    const known = this.tags.get(written);
    if (known) return known;
    const empty = written.endsWith("/>");
    const inside = written.slice(1, empty ? -2 : -1);
    const space = inside.search(/\s/);
    const element = this.elementOf(space < 0 ? inside : inside.slice(0, space));
    const tag = { element, attributes: space < 0 ? NO_ATTRIBUTES : this.attributesOf(inside.slice(space)), empty };
    if (this.tags.size < REMEMBERED) this.tags.set(detached(written), tag);
    return tag;
  }

  /** The text with its entities replaced. */
  decode(text: string): string {
    return text.replace(ENTITY, (written: string, name?: string, decimal?: string, hexadecimal?: string) => {
      if (name) return NAMED[name]!;
      const code = decimal ? Number(decimal) : hexadecimal ? Number.parseInt(hexadecimal, 16) : Infinity;
      return code <= 0x10ffff ? String.fromCodePoint(code) : this.fail(`${written} is not an entity`);
    });
  }

  private elementOf(written: string): Element {
    let element = this.elements.get(written);
    if (element === undefined) {
      if (!NAME.test(written)) this.fail(`<${written.slice(0, 40)}> is not an element`);
      const qualifiedName = detached(written);
      element = { qualifiedName, localName: qualifiedName.slice(qualifiedName.indexOf(":") + 1) };
      this.elements.set(qualifiedName, element);
    }
    return element;
  }

  private attributesOf(written: string): Attributes {
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
    return attributes;
  }
}

/** A copy that does not hold on to the text from which it was cut; for what is kept longer than that text. */
export function detached(text: string): string {
  return Buffer.from(text).toString();
}
