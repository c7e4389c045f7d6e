using Pannier.Core;
using Pannier.Core.Accounts;
using Pannier.Core.Modules;

namespace Pannier.Modules.Messages;

/// <summary>Takes an act back, once.</summary>
internal sealed class UndoAct(IMyMail mail, ActReport report) : IHandler<UndoInput, ActAnswer>
{
    public async Task<Outcome<ActAnswer>> HandleAsync(UndoInput input, CancellationToken cancellation)
    {
        var next = input.Next ?? LocalUrl.Home;
        if (await mail.UndoAsync(input.Undo, cancellation) is not { } results) return Refusal.Conflict("act.undo.late") with { Next = next };

        var failed = results.Where(result => result.Failure is not null).ToList();
        return failed.Count == 0
            ? new ActAnswer.Done(next, Said.Of("act.undone", "count", results.Count))
            : new ActAnswer.Report(results.Count - failed.Count, await report.DescribeAsync(failed, cancellation), next);
    }
}
