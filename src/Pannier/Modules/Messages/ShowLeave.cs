using Pannier.Core;
using Pannier.Core.Modules;
using Pannier.Mail.Text;

namespace Pannier.Modules.Messages;

/// <summary>Shows where a link leads that shows another host, before it is opened.</summary>
internal sealed class ShowLeave(Detours detours) : IHandler<LeaveInput, LeavePage>
{
    public Task<Outcome<LeavePage>> HandleAsync(LeaveInput input, CancellationToken cancellation) => Task.FromResult<Outcome<LeavePage>>(
        detours.Read(input.To, input.By) is { } address
            ? new LeavePage(UntrustedText.Show(TrueHost.Of(address)), UntrustedText.Show(address.Value), address)
            : Refusal.NotFound("messages.leave.unknown"));
}
