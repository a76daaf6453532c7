/** The framework's limit: a page with nothing on it. */
export default function BareEmpty() {
  return (
    <main id="inhoud">
      <h1>Leeg</h1>
    </main>
  );
}
