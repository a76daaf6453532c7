const shape = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether a text from an address is an id; the database refuses anything else with an error. */
export function isUuid(text: string | undefined): text is string {
  return text !== undefined && shape.test(text);
}
