/**
 * The id of a form that was sent before.
 * @throws when the form had no id: then the database refused for another reason
 */
export function sentBefore(id: string | undefined): string {
  if (!id) throw new Error("Nothing was added, although the form had no id of its own.");
  return id;
}
