using System.Globalization;

namespace Pannier.Bench;

/// <summary>What one connection carried in a while.</summary>
/// <param name="RoundTrips">How often the product spoke after the server had.</param>
/// <param name="Others">Octets of the other connections, both ways: where the server tells of news.</param>
/// <param name="Commands">In order, without their tags.</param>
internal sealed record Wire(int RoundTrips, long Up, long Down, long Others, IReadOnlyList<string> Commands)
{
    /// <summary>Whether something was asked that has nothing to do with the mailbox.</summary>
    public bool IsMixed => Commands.Any(command => command.StartsWith("LIST", StringComparison.Ordinal) || command.StartsWith("IDLE", StringComparison.Ordinal) || command == "DONE");

    /// <param name="mailbox">The connections meant are those that name it.</param>
    public static Wire Of(IReadOnlyList<Said> all, string mailbox)
    {
        var meant = all.Where(one => one.Way == Way.Up && one.Text.Contains(mailbox, StringComparison.Ordinal)).Select(one => one.Connection).ToHashSet();
        var (trips, up, down) = (0, 0L, 0L);
        var commands = new List<string>();
        foreach (var line in all.Where(one => meant.Contains(one.Connection)).GroupBy(one => one.Connection))
        {
            var (last, isMeant) = (Way.Down, true);
            foreach (var one in line)
            {
                if (one.Way == Way.Up) isMeant = !one.Text.Contains("INBOX", StringComparison.Ordinal); // looked at too when the watching line tells of news
                if (isMeant && one.Way == Way.Up)
                {
                    if (last == Way.Down) trips++;
                    commands.AddRange(one.Text.Split("\r\n").Select(text => text.Split(' ', 2)[^1]));
                    up += one.Octets;
                }
                else if (isMeant)
                {
                    down += one.Octets;
                }

                last = one.Way;
            }
        }

        return new Wire(trips, up, down, all.Where(one => !meant.Contains(one.Connection)).Sum(one => (long)one.Octets), commands);
    }

    public override string ToString() => string.Join("; ", Commands.Select(command => string.Create(CultureInfo.InvariantCulture, $"`{(command.Length > 60 ? command[..60] + "…" : command)}`")));
}
