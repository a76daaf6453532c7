/** What went wrong and what to do; read out when it comes. */
export function PasskeyProblem({ problem }: { problem: string | null }) {
  return (
    <div role="alert">{problem ? <p className="rounded-card border-2 border-danger bg-surface p-4 font-semibold text-danger">{problem}</p> : null}</div>
  );
}
