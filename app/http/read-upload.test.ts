import { describe, expect, it } from "vitest";
import { readFormWithUpload } from "./read-upload.server.ts";

function sent(file: Uint8Array | null, text = "Het ging goed, zelfs met é en ë.") {
  const form = new FormData();
  form.set("experience", text);
  form.set("photo", new File(file ? [new Uint8Array(file)] : [], file ? "foto.jpg" : "", { type: "image/jpeg" }));
  form.set("photoAlt", "De pomp");
  return new Request("http://localhost:3000/", { method: "POST", body: form });
}

describe("a form with a photo", () => {
  it("gives what was typed and the bytes of the file", async () => {
    const { form, upload } = await readFormWithUpload(sent(new Uint8Array([1, 2, 3])), "photo", 100);
    expect([form.get("experience"), form.get("photo"), form.get("photoAlt")]).toEqual(["Het ging goed, zelfs met é en ë.", null, "De pomp"]);
    expect([...(upload as Uint8Array)]).toEqual([1, 2, 3]);
  });

  it("without a photo has none", async () => {
    expect((await readFormWithUpload(sent(null), "photo", 100)).upload).toBeNull();
  });

  it("keeps what was typed when the photo is too large", async () => {
    const { form, upload } = await readFormWithUpload(sent(new Uint8Array(250)), "photo", 100);
    expect([form.get("experience"), form.get("photoAlt"), upload]).toEqual(["Het ging goed, zelfs met é en ë.", "De pomp", "too_large"]);
  });

  it("is refused when it never ends", async () => {
    await expect(readFormWithUpload(sent(new Uint8Array(2_000)), "photo", 100)).rejects.toMatchObject({ status: 413 });
    await expect(readFormWithUpload(sent(null, "x".repeat(300_000)), "photo", 100)).rejects.toMatchObject({ status: 413 });
    const parts = new FormData();
    for (let part = 0; part < 101; part++) parts.append("leeg", "");
    await expect(readFormWithUpload(new Request("http://localhost:3000/", { method: "POST", body: parts }), "photo", 100)).rejects.toMatchObject({ status: 413 });
  });

  it("without a file field is an ordinary form", async () => {
    const request = new Request("http://localhost:3000/", { method: "POST", body: new URLSearchParams({ experience: "Ja" }) });
    const { form, upload } = await readFormWithUpload(request, "photo", 100);
    expect([form.get("experience"), upload]).toEqual(["Ja", null]);
  });
});
