using MimeKit;
using Pannier.Demo.Seed;

namespace Pannier.Tests.Demo.Seed;

/// <summary>A seeded message and what a parser makes of it.</summary>
internal sealed record ParsedSeed(SeedMessage Seed, MimeMessage Message)
{
    // Asserts print what they looked through; the whole mail would drown the reason.
    public override string ToString() => $"{Seed.Account} {Seed.Mailbox} {Message.MessageId}";

    public bool Has(string flag) => Seed.Flags.Contains(flag);

    public bool Holds(Func<MimeEntity, bool> part) => Message.BodyParts.Any(part) || Nodes(Message.Body).Any(part);

    private static IEnumerable<MimeEntity> Nodes(MimeEntity? entity) => entity switch
    {
        null => [],
        Multipart multipart => multipart.SelectMany(Nodes).Prepend(multipart),
        MessagePart { Message: { } inner } part => Nodes(inner.Body).Prepend(part),
        _ => [entity],
    };
}
