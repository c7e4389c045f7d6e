using Pannier.Core.Accounts;
using Pannier.Core.Modules;
using Pannier.Mail;
using Pannier.Mail.Lists;

namespace Pannier.Modules.Compose;

/// <summary>Reads the newest messages of Sent once, so that addresses complete from the first day on.</summary>
internal sealed class LearnCorrespondents(IMyMail mail, Correspondents correspondents) : IJob
{
    private const int Newest = 300;

    public static TimeSpan Every => TimeSpan.FromMinutes(1);

    public async Task RunAsync(CancellationToken cancellation)
    {
        if ((await correspondents.AllAsync(cancellation)).IsSeeded || (await mail.AccountsAsync(cancellation)).Count == 0) return;

        var page = await mail.ListAsync(Query.Of(new Scope.Combined(CombinedView.Sent)), PagePlace.First, Newest, cancellation);
        if (page.Accounts.Any(answer => answer.Fault is not null)) return; // another time
        await correspondents.SeedAsync([.. page.Rows.SelectMany(Written)], cancellation);
    }

    private static IEnumerable<(EmailAddress Address, DateTimeOffset At)> Written(Row row) =>
        row.Message.Envelope.To.Concat(row.Message.Envelope.Cc).Select(address => (address, row.Message.ReceivedAt));
}
