using Pannier.Core.Accounts;
using Pannier.Core.Http;
using Pannier.Core.Records;
using Pannier.Mail.Lists;
using Pannier.Mail.Search;
using Pannier.Mail.Senders;

namespace Pannier.Core.Senders;

/// <summary>Whom the person has to do with, made of the newest mail that is known here and remembered a while. No server is asked.</summary>
public sealed class MyCorrespondents(IMyMail mail, IMyRecords<Identity> identities, Visit visit, TimeProvider clock)
{
    private const int Looked = 1_000;
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(10);

    public async Task<Correspondents> AllAsync(CancellationToken cancellation)
    {
        var memory = visit.Required.Person.Attach(() => new Memory());
        if (memory.Known is { } known && clock.GetUtcNow() - memory.At < Remembered) return known;

        var own = (await mail.AccountsAsync(cancellation)).Select(account => account.Address).ToList();
        await foreach (var identity in identities.AllAsync(cancellation)) own.Add(identity.Value.Address);

        var sent = await NewestAsync(CombinedView.Sent, cancellation);
        var received = await NewestAsync(CombinedView.Everything, cancellation);
        (memory.Known, memory.At) = (new Correspondents(own, sent.SelectMany(row => row.Message.Envelope.To.Concat(row.Message.Envelope.Cc)), received.SelectMany(row => row.Message.Envelope.From)), clock.GetUtcNow());
        return memory.Known;
    }

    /// <summary>Whether this is the first mail from an address: nothing else came from it that is known here, and nothing went to it.</summary>
    /// <returns>False too while an account's mail is still being read in: what is older may be from the same.</returns>
    public async Task<bool> IsFirstAsync(string address, CancellationToken cancellation)
    {
        if ((await AllAsync(cancellation)).IsKnown(address)) return false;
        foreach (var account in await mail.AccountsAsync(cancellation))
            if (await mail.FillingAsync(account.Id, cancellation) is not null) return false;

        return await mail.CountAsync(new Query(new Scope.Combined(CombinedView.Everything), new SearchNode.Words(SearchField.From, address)), cancellation) <= 1
            && await mail.CountAsync(new Query(new Scope.Combined(CombinedView.Sent), new SearchNode.Words(SearchField.To, address)), cancellation) == 0;
    }

    private async Task<IReadOnlyList<Row>> NewestAsync(CombinedView view, CancellationToken cancellation) =>
        (await mail.ListAsync(Query.Of(new Scope.Combined(view)), PagePlace.First, Looked, cancellation)).Rows;

    private sealed class Memory : IAsyncDisposable
    {
        public Correspondents? Known { get; set; }

        public DateTimeOffset At { get; set; }

        public ValueTask DisposeAsync()
        {
            Known = null; // who left keeps no people here
            return ValueTask.CompletedTask;
        }
    }
}
