using System.Globalization;
using Pannier.Core;
using Pannier.Core.Accounts;
using Pannier.Core.Http;
using Pannier.Core.Modules;
using Pannier.Core.Text;
using Pannier.Mail;
using Pannier.Mail.Lists;
using Pannier.Modules.Lists;

namespace Pannier.Modules.Accounts;

/// <summary>Tells all that is known of an account and its server; asks it nothing.</summary>
internal sealed class ShowHealth(IMyMail mail, WordsOfVisit words) : IHandler<AccountInput, HealthPage>
{
    private static readonly StoreFeatures[] Told = [StoreFeatures.Idle, StoreFeatures.Notify, StoreFeatures.CondStore, StoreFeatures.QResync, StoreFeatures.Move, StoreFeatures.UidPlus, StoreFeatures.Preview, StoreFeatures.ObjectId, StoreFeatures.GmailSearch];

    public async Task<Outcome<HealthPage>> HandleAsync(AccountInput input, CancellationToken cancellation)
    {
        if ((await mail.AccountsAsync(cancellation)).FirstOrDefault(one => one.Id == input.Account) is not { } account) return Refusal.NotFound("accounts.unknown");

        var health = await mail.HealthAsync(account.Id, cancellation);
        return new HealthPage(
            account,
            AccountWords.StateOf(health),
            AccountWords.State(health),
            Facts(account, health, await mail.FillingAsync(account.Id, cancellation), await mail.WaitingAsync(account.Id, cancellation)),
            health?.Features is { } features ? [.. Told.Where(one => features.HasFlag(one) || one is not (StoreFeatures.ObjectId or StoreFeatures.GmailSearch)).Select(one => Ability(one, features))] : [],
            [.. (await mail.ReadInAsync(account.Id, cancellation)).Select(Mailbox)],
            [.. (health?.PastFaults ?? []).Select(past => new HealthFault(When(past.At), FaultTexts.Say(past.Fault)))]);
    }

    private IReadOnlyList<HealthFact> Facts(MyAccount account, StoreHealth? health, Filling? filling, int waiting)
    {
        var facts = new List<HealthFact> { new(Said.Of("accounts.health.server"), Said.Of("mailbox.name", "name", $"{account.Imap.Host}:{account.Imap.Port.ToString(CultureInfo.InvariantCulture)}")) };
        if (health is null) return facts;

        Add("answer", health.LastAnswer is { } at ? Said.Of("accounts.health.at", "at", at) : Said.Of("accounts.health.never"));
        Add("connections", Said.Of("accounts.connections", "count", health.Open).With("most", health.Ceiling));
        Add("read-in", filling is null ? Said.Of("accounts.filled") : filling.Of == 0 ? Said.Of("accounts.filling.begins") : Said.Of("accounts.filling", "held", filling.Held).With("of", filling.Of));
        Add("waiting", Said.Of("accounts.health.acts", "count", waiting));
        Add("waited", Said.Of("accounts.health.took", "seconds", health.Waited.TotalSeconds.ToString("N1", words.Get().Culture)).With("count", (int)Math.Min(health.Acts, int.MaxValue)).With("each", (health.Acts == 0 ? 0 : health.Waited.TotalMilliseconds / health.Acts).ToString("N0", words.Get().Culture)));
        if (health.NotBefore is { } next) Add("next", Said.Of("accounts.health.at", "at", next));
        return facts;

        void Add(string label, Said value) => facts.Add(new HealthFact(Said.Of("accounts.health." + label), value));
    }

    private static Said Ability(StoreFeatures one, StoreFeatures features) => Said.Of($"accounts.health.{one.ToString().ToLowerInvariant()}.{(features.HasFlag(one) ? "yes" : "no")}");

    private HealthMailbox Mailbox(MailboxReadIn one) => new(
        MailboxLabel.Of(one.Mailbox),
        one.Held >= one.Of ? Said.Of("accounts.health.whole", "count", one.Held)
            : one.Since is { } since ? Said.Of("accounts.health.since", "held", one.Held).With("of", one.Of).With("day", words.Get().Clock.ToLocal(since).ToString("d MMM yyyy", words.Get().Culture))
            : Said.Of("accounts.filling", "held", one.Held).With("of", one.Of));

    private string When(DateTimeOffset at) => words.Get().Clock.ToLocal(at).ToString("g", words.Get().Culture);
}
