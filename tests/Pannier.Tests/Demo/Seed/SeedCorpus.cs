using MimeKit;
using Pannier.Demo.Seed;

namespace Pannier.Tests.Demo.Seed;

/// <summary>The seed, made and parsed once for all tests.</summary>
internal static class SeedCorpus
{
    private static readonly Lazy<IReadOnlyList<SeedMessage>> _messages = new(() => [.. DemoSeed.Messages(Now)]);
    private static readonly Lazy<IReadOnlyList<ParsedSeed>> _parsed = new(() => [.. Messages.Select(Parse)]);

    // MimeKit asks the runtime for charsets, and the runtime knows the old ones only when told.
    /// <summary>A Wednesday; any moment would do.</summary>
    public static DateTimeOffset Now { get; } = new(2026, 11, 25, 10, 30, 0, TimeSpan.Zero);

    public static IReadOnlyList<SeedMessage> Messages => _messages.Value;

    public static IReadOnlyList<ParsedSeed> Parsed => _parsed.Value;

    public static IEnumerable<string> Ids(IEnumerable<SeedMessage> messages) =>
        messages.Select(message => $"{message.Account} {message.Mailbox} {Parse(message).Message.MessageId}").Order(StringComparer.Ordinal);

    private static ParsedSeed Parse(SeedMessage seed)
    {
        using var raw = new MemoryStream(seed.Raw);
        return new ParsedSeed(seed, MimeMessage.Load(raw, TestContext.Current.CancellationToken));
    }
}
