/** Mails to an account that say one thing and link to one page. */
export const noticePaths = {
  "new-household": "/huishouden",
  "new-adult": "/huishouden",
  "adult-left": "/huishouden",
  "adult-split": "/huishouden",
  "moved-out": "/verhuisd",
  "join-request": "/huishouden",
  "join-accepted": "/welkom",
  "email-changing": "/huishouden",
  "code-alarm": "/beheer",
  "audience-narrowed": "/mijn-huis",
  "account-leaving": "/blijven",
  "role-ended": "/mijn-rollen",
  "joint-request-sent": "/verzoeken-aan-mij",
  "joint-request-answered": "/verzoeken",
  "item-hidden": "/mijn-huis",
  "item-shown-again": "/mijn-huis",
  "post-hidden": "/gemeente/toezeggingen",
  "post-shown-again": "/gemeente/toezeggingen",
  "post-appeal-decided": "/gemeente/toezeggingen",
  "second-look-left": "/mijn-huis",
  "report-handled": "/meldingen",
  "report-reviewed": "/meldingen",
  "report-appeal-decided": "/meldingen",
  "appeal-decided": "/mijn-huis",
  "second-factor-set-up": "/meer",
  "recovery-code-used": "/tweede-stap/instellen",
  "passkey-added": "/passkeys",
  "passkey-removed": "/passkeys",
  vouched: "/begin",
  "claim-started": "/welkom",
  "claim-paused": "/begin",
  "claim-stays": "/begin",
  "address-claimed": "/huishouden",
  "archive-ready": "/toestemmingen/archief",
  "still-here": "/huishouden",
  "claim-decided": "/huishouden",
  "claim-objected": "/beheer/adressen",
  "vouch-right-lost": "/borg",
} as const;

export type NoticeTemplate = keyof typeof noticePaths;

type Account = { accountId: string };
type Subject = { subjectId: string };

/** Every mail, with the ids from which it is made. */
export type MailIds = Record<NoticeTemplate, Account> & {
  /** A link and a code, for what the proof is meant for. */
  proof: { proofId: string };
  /** subjectId is a household_invitation. */
  invitation: Subject;
  /** subjectId is a role_invitation. */
  "role-invitation": Subject;
  /** What happened, to who wants to hear of it at once; subjectId is a notice. */
  "notices-at-once": Account & Subject;
  /** What happened since the last one. */
  "notices-digest": Account;
  /** To who ordered, and to who took an order back: what can be kept of it; subjectId is a purchase_sign_up. */
  "purchase-ordered": Account & Subject;
  "purchase-withdrawn": Account & Subject;
  /** To who was not here for long: on which day the account ends. */
  "account-inactive": Account;
  /** To who lost their home here; subjectId is the address_claim with the reasons. */
  "claim-ended": Account & Subject;
  /** To the mailbox that is being left; subjectId is an email_change. */
  "email-leaving": Subject;
  /** subjectId is a row of waiting. */
  "waiting-served": Subject;
  /** subjectId is a missing_address that a moderator has dealt with. */
  "missing-address-handled": Subject;
};

export type MailTemplate = keyof MailIds;
