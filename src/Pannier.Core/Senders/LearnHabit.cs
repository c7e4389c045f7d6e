using Pannier.Core.Accounts;
using Pannier.Core.Records;
using Pannier.Mail;
using Pannier.Mail.Lists;
using Pannier.Mail.Senders;

namespace Pannier.Core.Senders;

/// <summary>Looks at one new message of each of several senders in an account's INBOX, to learn how its server marks what it takes in.</summary>
internal sealed class LearnHabit(IMyMail mail, IMyRecords<KeptHabit> habits, TimeProvider clock)
{
    private const int Looked = 200;

    public async Task LearnAsync(AccountId account, CancellationToken cancellation)
    {
        var learnt = ServerHabit.Learn(await HeadersAsync(account, cancellation));
        var before = (await habits.FindAsync(account.ToString(), cancellation))?.Value.Habit;

        // A time without telling mail is no reason to forget.
        await habits.PutAsync(account.ToString(), new KeptHabit(learnt ?? before, clock.GetUtcNow()), cancellation);
    }

    private async Task<IReadOnlyList<IReadOnlyList<HeaderField>>> HeadersAsync(AccountId account, CancellationToken cancellation)
    {
        if ((await mail.KnownMailboxesAsync(account, cancellation))?.FirstOrDefault(mailbox => mailbox.Role == MailboxRole.Inbox) is not { } inbox) return [];

        var page = await mail.ListAsync(Query.Of(new Scope.One(account, inbox.Id)), PagePlace.First, Looked, cancellation);
        var read = new List<IReadOnlyList<HeaderField>>();
        foreach (var row in page.Rows.DistinctBy(row => DomainOf(row.Message.Envelope), StringComparer.OrdinalIgnoreCase).Take(ServerHabit.MostSenders))
            if (await mail.OpenAsync(row.Key, cancellation) is { } message) read.Add(message.Head.Headers);

        return read;
    }

    private static string DomainOf(Envelope envelope) => envelope.From is [{ Address: var address }, ..] ? address[(address.LastIndexOf('@') + 1)..] : "";
}
