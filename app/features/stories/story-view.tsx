/** The text of a story as a neighbour reads it; the owner's preview is this same component. */
export function StoryView({ story }: { story: { body: string } }) {
  return <p className="measure break-words whitespace-pre-line text-lg">{story.body}</p>;
}
