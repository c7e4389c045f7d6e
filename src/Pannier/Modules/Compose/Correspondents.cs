using Pannier.Core.Records;
using Pannier.Mail;
using Pannier.Mail.Compose;
using Pannier.Mail.Text;

namespace Pannier.Modules.Compose;

/// <summary>Learns whom the person writes to, and finds them again by the first letters of any word of name or address.</summary>
internal sealed class Correspondents(IMyRecords<CorrespondentList> records, TimeProvider clock)
{
    private const string Id = "correspondents";
    private const int MostKept = 5_000;

    public async Task<CorrespondentList> AllAsync(CancellationToken cancellation) => (await records.FindAsync(Id, cancellation))?.Value ?? CorrespondentList.Empty;

    /// <summary>Counts one use of each, now.</summary>
    public Task LearnAsync(IEnumerable<EmailAddress> written, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        return ChangeAsync(list => list with { All = Learn(list.All, written.Select(address => (address, now))) }, cancellation);
    }

    /// <summary>Counts what the Sent mailboxes tell, once.</summary>
    public Task SeedAsync(IReadOnlyList<(EmailAddress Address, DateTimeOffset At)> sent, CancellationToken cancellation) =>
        ChangeAsync(list => list.IsSeeded ? list : new CorrespondentList(Learn(list.All, sent), IsSeeded: true), cancellation);

    /// <summary>Those that fit, the most and latest used first.</summary>
    public static IReadOnlyList<Correspondent> Find(CorrespondentList list, string typed, int most, DateTimeOffset now)
    {
        var words = typed.Split((char[])[' ', '<', '>', '"', ','], StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 ? [] : [.. list.All
            .Where(one => words.All(word => Fits(one, word)))
            .OrderByDescending(one => Weight(one, now))
            .ThenBy(one => one.Address, StringComparer.OrdinalIgnoreCase)
            .Take(most)];
    }

    /// <summary>The most and latest used of all, as header fields name them.</summary>
    public static IReadOnlyList<EmailAddress> Most(CorrespondentList list, int most, DateTimeOffset now) =>
        [.. list.All.OrderByDescending(one => Weight(one, now)).ThenBy(one => one.Address, StringComparer.OrdinalIgnoreCase).Take(most).Select(one => new EmailAddress(one.Name, one.Address))];

    // A use counts half after a season without another.
    private static double Weight(Correspondent one, DateTimeOffset now) => (1 + one.Uses) * Math.Pow(0.5, Math.Max(0, (now - one.LastUse).TotalDays) / 90);

    private static bool Fits(Correspondent one, string word) =>
        Starts(one.Address, word) || (one.Name is { } name && Starts(name, word));

    private static bool Starts(string text, string word)
    {
        for (var at = 0; (at = text.IndexOf(word, at, StringComparison.CurrentCultureIgnoreCase)) >= 0; at++)
            if (at == 0 || !char.IsLetterOrDigit(text[at - 1])) return true;
        return false;
    }

    private static IReadOnlyList<Correspondent> Learn(IReadOnlyList<Correspondent> known, IEnumerable<(EmailAddress Address, DateTimeOffset At)> written)
    {
        var all = new Dictionary<AddrSpec, Correspondent>();
        foreach (var one in known)
            if (AddrSpec.Read(one.Address) is { } spec) all[spec] = one;

        foreach (var (address, at) in written)
        {
            if (AddrSpec.Read(address.Address) is not { } spec) continue;
            var name = string.IsNullOrWhiteSpace(address.Name) || OneLine.Read(address.Name) is null ? null : UntrustedText.Show(address.Name);
            all[spec] = all.TryGetValue(spec, out var before)
                ? before with { Name = name ?? before.Name, Uses = before.Uses + 1, LastUse = at > before.LastUse ? at : before.LastUse }
                : new Correspondent(name, spec.Shown(), 1, at);
        }

        return [.. all.Values.OrderByDescending(one => one.LastUse).ThenBy(one => one.Address, StringComparer.OrdinalIgnoreCase).Take(MostKept)];
    }

    private async Task ChangeAsync(Func<CorrespondentList, CorrespondentList> change, CancellationToken cancellation)
    {
        while (true)
        {
            var found = await records.FindAsync(Id, cancellation);
            var before = found?.Value ?? CorrespondentList.Empty;
            var after = change(before);
            if (after == before || await records.PutAsync(Id, after, found?.Version ?? 0, cancellation)) return;
        }
    }
}
