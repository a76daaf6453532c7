import type { consent as nl } from "../nl/consent.ts";
import type { Translation } from "../translation.ts";

export const consent: Translation<typeof nl> = {
  versions: { share_measure: "1", share_wish: "1", share_story: "1", share_question: "1", share_answer: "1", share_visit: "1", koploper: "1", join_wish: "1", published_figures: "4", display_name: "1", contact_person: "1", joint_request: "1", purchase_supplier: "1", leave_behind: "1" },
  texts: {
    share_measure: {
      building: "The residents of my building see this measure: what I fill in, the photos and the name I chose. I can stop this at any moment; from then on nobody outside my household sees it.",
      street: "The residents of {{street}} see this measure and which house or building it belongs to: what I fill in, the photos and the name I chose. I can stop this at any moment; from then on nobody outside my household sees it.",
      neighbourhood:
        "The residents of {{neighbourhood}} who have confirmed their address see this measure and which house or building it belongs to: what I fill in, the photos and the name I chose. I can stop this at any moment; from then on nobody outside my household sees it.",
    },
    share_wish: {
      building: "The residents of my building see this wish: what I fill in and the name I chose. I can stop this at any moment; from then on nobody outside my household sees it.",
      street: "The residents of {{street}} see this wish and which house or building it belongs to: what I fill in and the name I chose. I can stop this at any moment; from then on nobody outside my household sees it.",
      neighbourhood:
        "The residents of {{neighbourhood}} who have confirmed their address see this wish and which house or building it belongs to: what I fill in and the name I chose. I can stop this at any moment; from then on nobody outside my household sees it.",
    },
    share_story: {
      building: "The residents of my building see this story beside the figures of the neighbourhood: what I tell and the name I chose. It doesn't say which home it belongs to. I can stop this at any moment; from then on nobody outside my household sees it.",
      street: "The residents of {{street}} see this story beside the figures of the neighbourhood: what I tell and the name I chose. It doesn't say which home it belongs to. I can stop this at any moment; from then on nobody outside my household sees it.",
      neighbourhood:
        "The residents of {{neighbourhood}} who have confirmed their address see this story beside the figures of the neighbourhood: what I tell and the name I chose. It doesn't say which home it belongs to. I can stop this at any moment; from then on nobody outside my household sees it.",
    },
    share_question: {
      building: "The residents of my building see this question: what I fill in, the photo, whether it is about our building and the name I chose. It doesn't say which home it belongs to. I can stop this at any moment; from then on nobody outside my household sees it.",
      street: "The residents of {{street}} see this question: what I fill in, the photo, the place I choose and the name I chose. It doesn't say which home it belongs to. I can stop this at any moment; from then on nobody outside my household sees it.",
      neighbourhood:
        "The residents of {{neighbourhood}} who have confirmed their address see this question: what I fill in, the photo, the place I choose and the name I chose. It doesn't say which home it belongs to. I can stop this at any moment; from then on nobody outside my household sees it.",
    },
    share_answer: "Whoever sees this question also sees my answer: what I write, what I had written before and the name I chose. I can take it away at any moment; from then on nobody outside my household sees it.",
    share_visit: {
      building: "The residents of my building see that they can come and look at our home: when, what there is to see and what I write about it. They see our house number only if I chose “show my home”. My name and address go to whoever I say yes to, until the day after. I can stop this at any time; from then on nobody outside my household sees it.",
      street: "The residents of {{street}} see that they can come and look at our home: when, what there is to see and what I write about it. They see our house number only if I chose “show my home”. My name and address go to whoever I say yes to, until the day after. I can stop this at any time; from then on nobody outside my household sees it.",
      neighbourhood: "The residents of {{neighbourhood}} who have confirmed their address see that they can come and look at our home: when, what there is to see and what I write about it. They see our house number only if I chose “show my home”. My name and address go to whoever I say yes to, until the day after. I can stop this at any time; from then on nobody outside my household sees it.",
    },
    koploper: {
      building: "The residents of my building see that they may ask me things: what about, and what I write about it. They see my name and home only if I chose “show my home”; otherwise only my street. I can stop this at any time; from then on nobody outside my household sees it.",
      street: "The residents of {{street}} see that they may ask me things: what about, and what I write about it. They see my name and home only if I chose “show my home”; otherwise only my street. I can stop this at any time; from then on nobody outside my household sees it.",
      neighbourhood: "The residents of {{neighbourhood}} who have confirmed their address see that they may ask me things: what about, and what I write about it. They see my name and home only if I chose “show my home”; otherwise only my street. I can stop this at any time; from then on nobody outside my household sees it.",
    },
    join_wish: "Whoever sees this wish sees that I have joined, with the name I chose. I can stop at any moment.",
    published_figures:
      "Our household counts in public figures about the whole neighbourhood or district. They are about our measures and wishes, how we came in and how involved we want to be. Also about whether something happened after an invitation, and whether we take part in a purchase. We first make every figure slightly inexact, so that nobody can find a household in it. We can stop this at any moment; figures that were already published remain.",
    purchase_supplier:
      "The moderator gives {{supplier}}, for the purchase “{{purchase}}”: {{fields}}. Nothing else. {{supplier}} uses this for this purchase only and keeps it until {{day}} at the latest. I get a receipt of each time. I can stop this at any moment; from then on nothing more goes to {{supplier}}, but what is there already we do not take away.",
    joint_request:
      "My landlord, the housing corporation or the board of owners of my building gets of this request: the text, what it is about, the number of households, and the names of those who show theirs. Nothing else. Residents of my building see the same. I can stop taking part at any moment; the text stays as long as others take part.",
    contact_person: "Residents of the street or building of which I am contact person see that I am, with the name I chose. I can stop this at any moment; from then on nobody sees it.",
    leave_behind:
      "When I move, it stays with the home that this measure is there: which one, and from which year. Nothing else: no name, no photos, no words and no amounts. Only those who live there see it; neighbours don't. I can change this until I move, and for 7 days after that. Then we don't know either whom it came from.",
    display_name: "What I share with neighbours shows the name I chose. I can change or remove it at any moment; then it says “someone from {{street}}” again.",
  },
};
