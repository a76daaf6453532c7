/** What went wrong and what to do; read out when it comes. */
export function PasskeyProblem({ problem }: { problem: string | null }) {
  if (!problem) return null;
  return (
    <p role="alert" className="rounded-card border-2 border-danger bg-surface p-4 font-semibold text-danger">
      {problem}
    </p>
  );
}
