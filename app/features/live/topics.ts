/** What an open page can listen to, with the Dutch word for it in the address. */
export const liveTopics = { question: "vraag", thread: "gesprek", notices: "berichten", purchase: "inkoop" } as const;
export type LiveTopic = keyof typeof liveTopics;

/** Stands in the address for what belongs to whoever asks, such as the own unread notices. */
export const mine = "mij";

/** The topic of which this is the word in an address. */
export function topicOf(word: string | undefined): LiveTopic | null {
  const [topic] = Object.entries(liveTopics).find(([, each]) => each === word) ?? [];
  return (topic as LiveTopic | undefined) ?? null;
}
