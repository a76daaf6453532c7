import { describe, expect, it } from "vitest";
import { readForm } from "./read-form.server.ts";
import { readFormWithUpload } from "./read-upload.server.ts";

const post = (body: BodyInit | null, type?: string) => new Request("http://localhost:3000/", { method: "POST", body, headers: type ? { "Content-Type": type } : {} });
const urlencoded = "application/x-www-form-urlencoded";
const part = '--grens\r\nContent-Disposition: form-data; name="note"\r\n\r\nJa\r\n';

describe("a form", () => {
  it("is read as it was sent, in both ways of browsers, and empty too", async () => {
    const form = await readForm(post(new URLSearchParams([["a", "é"], ["a", "2"]])));
    expect(form.getAll("a")).toEqual(["é", "2"]);
    expect((await readForm(post(`${part}--grens--\r\n`, "multipart/form-data; boundary=grens"))).get("note")).toBe("Ja");
    expect([...(await readForm(post("", urlencoded)))]).toEqual([]);
  });

  it.each([
    ["a form in another language", '{"note":"Ja"}', "application/json"],
    ["plain text", "note=Ja", "text/plain"],
    ["no type at all", new Uint8Array([1]), undefined],
    ["no boundary", `${part}--grens--\r\n`, "multipart/form-data"],
    ["another boundary", `${part}--grens--\r\n`, "multipart/form-data; boundary=anders"],
    ["an end that never came", part, "multipart/form-data; boundary=grens"],
    ["a character that no text can hold", "note=a%00b", urlencoded],
    ["a name that no field can have", "no%00te=a", urlencoded],
  ])("is refused with %s, whoever reads it", async (_, body, type) => {
    await expect(readForm(post(body, type))).rejects.toMatchObject({ status: 400 });
    await expect(readFormWithUpload(post(body, type), "photo", 100)).rejects.toMatchObject({ status: 400 });
  });

  it("is refused when it is far larger than any of ours", async () => {
    expect((await readForm(post(new URLSearchParams({ note: "x".repeat(150_000) })))).get("note")).toHaveLength(150_000);
    await expect(readForm(post(new URLSearchParams({ note: "x".repeat(250_000) })))).rejects.toMatchObject({ status: 413 });
  });
});
