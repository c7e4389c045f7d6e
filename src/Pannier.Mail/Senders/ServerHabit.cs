namespace Pannier.Mail.Senders;

/// <summary>
/// How an account's own server marks the mail it takes in, learnt from mail of many senders: the name it writes, and the checks it always tells of.
/// Nobody can forge that but who sends most of the mail.
/// </summary>
/// <param name="Server">Its authserv-id; empty where it leaves it out.</param>
/// <param name="Methods">What it tells of in nearly every message; another method in its name is not believed.</param>
public sealed record ServerHabit(string Server, IReadOnlyList<string> Methods)
{
    /// <summary>Fewer senders say nothing.</summary>
    public const int LeastSenders = 5;

    /// <summary>More are not looked at.</summary>
    public const int MostSenders = 20;

    private const double Nearly = 0.6;

    /// <summary>Learns from one message of each of several senders' domains; null when they are too few or do not agree.</summary>
    /// <param name="messages">Header blocks, top first; what never went through a server (no Received field) is not counted.</param>
    public static ServerHabit? Learn(IReadOnlyList<IReadOnlyList<HeaderField>> messages)
    {
        var tops = messages
            .Where(headers => headers.Any(field => field.Is("Received")))
            .Select(headers => headers.Where(field => field.Is(ServerAnswer.HeaderName)).Select(field => ServerAnswer.Read(field.Value)).OfType<ServerAnswer>().ToList())
            .ToList();
        if (tops.Count < LeastSenders) return null;

        var usual = tops.Where(answers => answers.Count > 0).GroupBy(answers => answers[0].Server, StringComparer.Ordinal).MaxBy(group => group.Count());
        if (usual is null || usual.Count() < tops.Count * Nearly) return null;

        var methods = usual
            .SelectMany(answers => answers.Where(answer => answer.Server == usual.Key).SelectMany(answer => answer.Methods).Select(method => method.Method).Distinct(StringComparer.Ordinal))
            .GroupBy(method => method, StringComparer.Ordinal)
            .Where(group => group.Count() >= usual.Count() * Nearly)
            .Select(group => group.Key)
            .Order(StringComparer.Ordinal);
        return new ServerHabit(usual.Key, [.. methods]);
    }
}
