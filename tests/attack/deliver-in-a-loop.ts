import { appendFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { deliverOutbox } from "../../app/features/notifications/deliver-outbox.server.ts";

// Delivers what is in the outbox until it is killed, and writes down the key of every mail that it handed on.
for (;;) {
  await deliverOutbox(async (_mail, key) => {
    appendFileSync(process.env.ATTACK_MAILS!, `${key}\n`);
    // As long as a mail server takes, so that a kill comes between handing on and writing down.
    await wait(15);
  });
  await wait(5);
}
