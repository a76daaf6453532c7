import { noticeMail } from "./notice-mail.ts";

import type { mail as nl } from "../nl/mail.ts";
import type { Translation } from "../translation.ts";

export const mail: Translation<typeof nl> = {
  hello: "Hello,",
  regards: "Kind regards from Buurhof",
  code: "Or type this code on the screen where you asked for this mail:",
  tenMinutes: "The link and the code work for 10 minutes, and once.",
  oddLink: "Does the button not work? Copy this link to your browser:",
  proof: {
    log_in: {
      subject: "Log in to Buurhof",
      text: "You want to log in to Buurhof. Press the button in the same browser in which you asked.",
      action: "Log in",
      why: "Did you not ask for this? Then you need not do anything. Without this mail nobody can get into your account.",
    },
    sign_up: {
      subject: "Confirm your e-mail address for Buurhof",
      text: "You are signing up for Buurhof. Press the button in the same browser in which you started. After that you choose how to show that you live there.",
      action: "My e-mail address is right",
      why: "Did you not sign up? Then you need not do anything: without your click we erase this address after 30 days.",
    },
    change_email: {
      subject: "Confirm your new e-mail address",
      text: "You want to use this e-mail address for Buurhof. Press the button in the browser in which you are logged in.",
      action: "Use this address",
      why: "Did you not ask for this? Then you need not do anything.",
    },
    confirm_waiting: {
      subject: "Confirm your place on the waiting list",
      text: "You want to hear when Buurhof starts in your neighbourhood. Press the button and we will count you in.",
      action: "Put me on the list",
      why: "Did you not ask for this? Then you need not do anything.",
    },
  },
  unknown: {
    subject: "Log in to Buurhof",
    text: "Somebody wanted to log in to Buurhof with this e-mail address. We do not know this address yet. Perhaps you used another one. Or you have not joined yet: then you can sign up.",
    action: "Sign up",
    why: "Was this not you? Then you need not do anything. We erase your address within three days.",
  },
  notice: {
    "new-household": {
      subject: "There is a second household at your address",
      text: "Somebody showed that they live at your address, and now takes part as a household of their own. They see of you only what your other neighbours see too. Is this wrong? You have 14 days to say so, at My household.",
      action: "See my household",
    },
    "new-adult": {
      subject: "Somebody joined your household",
      text: "An adult joined your household. You have the same rights.",
      action: "See my household",
    },
    "adult-left": {
      subject: "Somebody no longer belongs to your household",
      text: "Somebody in your household said that they no longer live at your address. Your neighbours no longer see what they added; for 7 days you can put it back, for yourselves only. What you added stays as it is.",
      action: "See my household",
    },
    "adult-split": {
      subject: "Somebody in your household now has one of their own",
      text: "Somebody in your household made a household of their own at your address. What they added themselves went with them. What you added stays as it is. Of each other you still see what you share with other neighbours.",
      action: "See my household",
    },
    "moved-out": {
      subject: "You no longer belong to your household",
      text: "You said that you no longer live at your address. Your neighbours no longer see what you shared there. Was this a mistake, or was it not you? Then you can go back for 7 days.",
      action: "See what you can do",
    },
    "join-request": {
      subject: "Somebody wants to belong to your household",
      text: "Somebody at your address asks to belong to your household. You choose. If you do not know this person, choose no.",
      action: "See the request",
    },
    "join-accepted": {
      subject: "You have joined",
      text: "Somebody you live with said yes: you now belong to the household at your address.",
      action: "Continue",
    },
    "audience-narrowed": {
      subject: "Choose again who may see something of yours",
      text: "After a new division your street or building has too few homes, or your neighbourhood has changed. That is why only your household now sees what you shared there. If you want to share it again, choose again with whom.",
      action: "Choose again",
    },
    "account-leaving": {
      subject: "You have left Buurhof",
      text: "From now on nobody can see what you shared. In 7 days we erase your data for good. Do you want to stay after all, or was this not you? Then log in within those 7 days and choose to stay.",
      action: "Stay after all",
    },
    "email-changing": {
      subject: "The e-mail address of somebody you live with is changing",
      text: "An adult in your household is going to use another e-mail address. If you do not trust this, ask them. The change takes effect after 7 days, or sooner if the old address agrees.",
      action: "See my household",
    },
    "code-alarm": {
      subject: "Many wrong letter codes in your neighbourhood",
      text: "In a neighbourhood that you moderate 20 wrong letter codes were typed today. Please see whether something odd is going on.",
      action: "To moderation",
    },
    "joint-request-sent": {
      subject: "Residents ask you something together",
      text: "Three or more households of a building that you let or manage ask you something together. You read the request after logging in.",
      action: "See the request",
    },
    "joint-request-answered": {
      subject: "There is an answer to your request",
      text: "You take part in a request of residents of your building. There is an answer. You read it after logging in.",
      action: "Read the answer",
    },
    "role-ended": {
      subject: "Your role at Buurhof is over",
      text: "A role that you had at Buurhof has just been ended. You can no longer use it. Is this wrong? Then call {{organisation}}.",
      action: "See my roles",
    },
    "item-hidden": {
      subject: "Something you shared was hidden",
      text: "A moderator hid something that you shared. You can read why, and what you can do.",
      action: "See why",
    },
    "item-shown-again": {
      subject: "What you shared can be seen again",
      text: "A moderator has made something of yours visible again that was hidden, for those whom you chose.",
      action: "To my home",
    },
    "post-hidden": {
      subject: "A message of the municipality was hidden",
      text: "A moderator of a neighbourhood hid something that the municipality posted. You can read why, and what you can do.",
      action: "See why",
    },
    "post-shown-again": {
      subject: "A message of the municipality can be seen again",
      text: "A moderator of a neighbourhood has made something of the municipality visible again that was hidden, for the whole neighbourhood.",
      action: "To promises",
    },
    "post-appeal-decided": {
      subject: "The objection of the municipality was decided on",
      text: "Another moderator read the objection and decided. You can read what and why.",
      action: "Read the decision",
    },
    "second-look-left": {
      subject: "A moderator looked again: it stays hidden",
      text: "Your household asked to look again at something that is hidden. It stays hidden. You read why, and what you can do.",
      action: "Read why",
    },
    "report-handled": {
      subject: "Your report was looked at",
      text: "A moderator looked at your report and decided. Thank you for paying attention.",
      action: "Read the decision",
    },
    "report-reviewed": {
      subject: "Your report was looked at again",
      text: "Another moderator has looked at your report once more, and decided.",
      action: "Read the decision",
    },
    "report-appeal-decided": {
      subject: "Your objection was decided on",
      text: "Another moderator read your objection and decided. You can read what and why.",
      action: "Read the decision",
    },
    "appeal-decided": {
      subject: "The objection of your household was decided on",
      text: "Another moderator read the objection and decided. You can read what and why.",
      action: "Read the decision",
    },
    "second-factor-set-up": {
      subject: "Your second step was set up",
      text: "A second step was just set up for your account, with an app on a phone. Wasn't that you? Then log out everywhere and call {{organisation}}.",
      action: "See where I am logged in",
    },
    "recovery-code-used": {
      subject: "A recovery code was used",
      text: "Somebody just got into your account with a recovery code. Wasn't that you? Then set up the second step again at once and call {{organisation}}.",
      action: "Set up the second step again",
    },
    "archive-ready": {
      subject: "Your download is ready",
      text: "Everything we keep of you is ready in one file. You can fetch it for 7 days. After that we delete the file.",
      action: "Fetch my data",
    },
    "passkey-added": {
      subject: "A passkey was added",
      text: "With this passkey you can log in with a fingerprint, your face or a PIN. It was just added to your account. Wasn't that you? Then remove it, log out everywhere and call {{organisation}}.",
      action: "See my passkeys",
    },
    vouched: {
      subject: "Your address is confirmed",
      text: "Two neighbours say that you live at your address, or somebody of the neighbourhood was at your door. Log in to see when you can begin.",
      action: "Continue",
    },
    "claim-started": {
      subject: "You have joined",
      text: "The wait is over: you now belong to your neighbourhood.",
      action: "Continue",
    },
    "claim-paused": {
      subject: "Your sign-up is on hold",
      text: "Somebody at your address says that something is wrong. A moderator looks at it. Until then you cannot take part. You will hear what was decided.",
      action: "See my sign-up",
    },
    "claim-stays": {
      subject: "You can take part",
      text: "Somebody told us that something was wrong with your sign-up. A moderator looked at it and decided that you can stay.",
      action: "Continue",
    },
    "address-claimed": {
      subject: "Somebody says they live at your address too",
      text: "Two neighbours say that somebody lives at your address. Is that wrong? You have 14 days to say so. If it is right, they can take part at once.",
      action: "Look",
    },
    "still-here": {
      subject: "Do you still live at your address?",
      text: "Another household at your address says that earlier residents have moved. Do you still live there? Then tell us within 14 days. Nothing changes unless a moderator decides so.",
      action: "Answer",
    },
    "claim-decided": {
      subject: "A decision about your address",
      text: "A moderator looked at who lives at your address, and took a decision.",
      action: "See the decision",
    },
    "claim-objected": {
      subject: "Somebody says that a sign-up is not right",
      text: "In a neighbourhood that you moderate there is a question about who lives at an address.",
      action: "To moderation",
    },
    "vouch-right-lost": {
      subject: "You can no longer vouch for a neighbour",
      text: "A sign-up that you vouched for was not right. A moderator decided that you can no longer vouch for a neighbour. You find the reason on the page. Nothing else changes for you.",
      action: "Read the reason",
    },
    "passkey-removed": {
      subject: "A passkey was removed",
      text: "Nobody can get into your account with this passkey any more. Logging in with a mail keeps working. Wasn't it you who removed it? Then log out everywhere and call {{organisation}}.",
      action: "See my passkeys",
    },
  },
  notices: noticeMail,
  noticeWhy: "You get this mail because you take part in Buurhof.",
  invitation: {
    subject: "Join our household on Buurhof",
    text: "Somebody you live with invites you to take part in Buurhof together. You get an account of your own and the same rights.",
    action: "See the invitation",
    why: "The link works for 14 days and once. If you do not know who invites you, you need not do anything.",
  },
  roleInvitation: {
    subject: "A role for you at Buurhof",
    moderator: "You are invited as moderator of {{place}}.",
    official: "You are invited as official of the municipality of {{place}}.",
    contact_person: "You are invited as contact person of {{place}}.",
    property_manager: "You are invited as landlord, housing corporation or board of owners of {{place}}.",
    text: "You read first what the role is, and choose then. No is fine too.",
    action: "See the invitation",
    why: "The link works for 14 days, until you say yes or no. Don't you know what this is about? Then you need not do anything.",
  },
  inactive: {
    subject: "Do you want to stay with Buurhof?",
    text: "You have not been at Buurhof for long. On {{day}} we take away your data, and what you shared. Do you want to stay? Then log in before that day; you need do nothing more.",
    action: "Log in",
  },
  emailLeaving: {
    subject: "Your e-mail address at Buurhof is changing",
    text: "Somebody who is logged in to your account wants to use another e-mail address. Was that you? Then you can let it happen at once. Was it not you? Then stop it now. If you do nothing, it takes effect in 7 days.",
    action: "To the choice",
    why: "This mail goes to your old address, so that nobody can take over your account unnoticed.",
  },
  waitingServed: {
    subject: "Buurhof starts in your neighbourhood",
    text: "You asked us to tell you: from now on you can take part in your neighbourhood.",
    action: "Take part",
    why: "This is the last mail of the waiting list. After 30 days we erase your address.",
  },
  purchaseOrdered: {
    subject: "Your order {{reference}}: {{title}}",
    text: "On {{at}} you ordered “{{title}}” from {{supplier}}, with number {{reference}}. The price of the offer is {{price}}, including {{vat}} VAT. Keep this mail.",
    until: "Until {{until}} you may withdraw from the contract, without a reason. You do that on the page of your sign-up.",
    fromDelivery: "From the delivery on you have fourteen days to withdraw from the contract, without a reason. You may do so earlier too. You do that on the page of your sign-up.",
    action: "See your order",
    why: "You get this mail because you ordered something. It is your proof.",
  },
  purchaseWithdrawn: {
    subject: "You withdrew from order {{reference}}: {{title}}",
    text: "On {{movedAt}} the contract for “{{title}}” with {{supplier}}, with number {{reference}}, was withdrawn from. You need not pay anything. What was paid already you get back from {{supplier}} within fourteen days. Keep this mail.",
    action: "See your sign-up",
    why: "You get this mail because you withdrew from an order. It is your proof.",
  },
  claimEnded: {
    subject: "Your household at Buurhof has ended",
    text: "A moderator looked at who lives at your address and decided that your household there ends. The reason: “{{reason}}” Nobody sees any more what you shared. If you do live there, or somewhere else, you can sign up again with a letter.",
    action: "Sign up again",
    why: "Do you disagree? Tell us: {{contact}}",
  },
  missingAddress: {
    subject: "We looked at your address",
    text: "You told us that your address was missing. A moderator looked into it and writes to you: “{{outcome}}”",
    action: "Try again",
    why: "Isn't this right? Then fill in your address again and choose once more that it is missing. After 30 days we erase your mail address.",
  },
  waitingStop: "Do you no longer want to be on the waiting list? Go to:",
};
