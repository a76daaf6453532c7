import type { neighbourhood as nl } from "../nl/neighbourhood.ts";
import type { Translation } from "../translation.ts";

export const neighbourhood: Translation<typeof nl> = {
  announcements: "From the moderator",
  allAnnouncements: "All announcements",
  newest: "New in the neighbourhood",
  newestText: "Only what neighbours share with you.",
  older: "Show earlier ones",
  newer: "Back to the newest",
  wishes: "Wishes for the neighbourhood",
  wishesJoined_one: "{{count}} household has joined",
  wishesJoined_other: "{{count}} households have joined",
  wishesFirst: "Be the first to join",
  iJoin: "You have joined",
  ownWish: "Your wish",
  noWishes: "Nobody has shared a wish for the neighbourhood yet.",
  addWish: "Share a wish for the neighbourhood",
  share: "Share something of your home",
  empty: "You can be the first",
  emptyText: "Nobody shares anything with you here yet. That changes as soon as one neighbour begins. Show what you have done already, even if it is a rain barrel or a draught strip. You choose who sees it.",
  invite: "Invite a neighbour",
  inviteText: "A neighbour believes a neighbour. Send a link, or put a card through a letterbox.",
  end: "You have seen everything.",
  backToBuurt: "Back to the neighbourhood",
};
