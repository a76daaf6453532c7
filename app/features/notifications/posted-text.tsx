/** The text of a mail or letter, with links to our own site that can be followed. */
export function PostedText({ text }: { text: string }) {
  return (
    <p className="measure break-words whitespace-pre-wrap">
      {text.split(/(https?:\/\/[^\s]+)/).map((part, index) =>
        index % 2 ? (
          <a key={index} href={part} className="break-all text-garden underline">
            {part}
          </a>
        ) : (
          part
        ),
      )}
    </p>
  );
}
