import { Form } from "@remix-run/react";
import { CircleCheck } from "lucide-react";

/** What just happened, in one line, with the way to undo it. */
export function FlashLine({ flash }: { flash: { text: string; undo?: { action: string; label: string } } }) {
  return (
    <div role="status" className="mx-auto mt-4 flex w-full max-w-2xl flex-wrap items-center gap-x-4 gap-y-1 px-4 sm:px-6">
      <div className="flex w-full flex-wrap items-center gap-x-4 gap-y-1 rounded-card bg-garden-soft px-4 py-3">
        <CircleCheck aria-hidden className="size-6 shrink-0 text-garden" />
        <p className="flex-1">{flash.text}</p>
        {flash.undo ? (
          <Form method="post" action={flash.undo.action}>
            <button className="min-h-11 px-2 font-semibold text-garden underline underline-offset-4">{flash.undo.label}</button>
          </Form>
        ) : null}
      </div>
    </div>
  );
}
