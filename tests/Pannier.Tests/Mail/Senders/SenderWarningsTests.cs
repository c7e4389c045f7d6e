using Pannier.Mail;
using Pannier.Mail.Senders;

namespace Pannier.Tests.Mail.Senders;

public sealed class SenderWarningsTests
{
    private static readonly Correspondents Known = new(
        ["ada@orchard.example"],
        [new EmailAddress("Mira Holm", "mira@holm.example"), new EmailAddress("Jo", "jo@short.example")],
        [.. Enumerable.Repeat(new EmailAddress("News", "news@letters.example"), 3), new EmailAddress(null, "once@seldom.example")]);

    [Fact]
    public void Mail_from_somebody_known_has_nothing_against_it() => Assert.Empty(Warn("Mira Holm <mira@holm.example>"));

    [Theory]
    [InlineData("Mira Holm <mira.holm@freemail.example>", "NameOfAnother")]
    [InlineData("MIRA  HOLM <x@evil.example>", "NameOfAnother")]
    [InlineData("Jo <x@evil.example>", null)]
    [InlineData("Mira Holm <mira@lists.holm.example>", "NameOfAnother")]
    [InlineData("\"service@paypal.example\" <x@evil.example>", "AddressInName")]
    [InlineData("\"ada (ada@orchard.example)\" <x@evil.example>", "AddressInName")]
    [InlineData("\"x@sub.evil.example\" <x@evil.example>", null)]
    [InlineData("A <ada@orchard.example.evil.example>", "Looks")]
    [InlineData("A <x@1etters.example>", "Looks")]
    [InlineData("A <x@seldon.example>", null)]
    public void A_senders_name_and_domain_are_measured_against_people_one_knows(string from, string? warning) =>
        Assert.Equal(warning is null ? [] : [warning], Warn(from).Select(one => one.GetType().Name));

    [Theory]
    [InlineData("other@elsewhere.example", true)]
    [InlineData("desk@mail.holm.example", false)]
    [InlineData("mira@holm.example", false)]
    [InlineData("news@letters.example", false)]
    public void Answers_that_would_go_elsewhere_are_told_of(string replyTo, bool told) =>
        Assert.Equal(told, Warn("Mira Holm <mira@holm.example>", replyTo).Any(one => one is SenderWarning.AnswersElsewhere));

    [Theory]
    [InlineData(SenderProof.Failed, true)]
    [InlineData(SenderProof.Unproven, true)]
    [InlineData(SenderProof.Proven, false)]
    [InlineData(SenderProof.Unknown, false)]
    public void The_persons_own_domain_must_be_proven_where_the_server_looks(SenderProof proof, bool told) =>
        Assert.Equal(told, Warn("Boss <boss@orchard.example>", null, proof).Any(one => one is SenderWarning.OwnDomain));

    [Fact]
    public void Two_From_fields_are_told_of() =>
        Assert.Contains(new SenderWarning.ManySenders(2), SenderWarnings.Of(Head("a@holm.example", null, new("From", "a@holm.example"), new("FROM", "b@evil.example")), Report(SenderProof.Unknown), Known));

    [Fact]
    public void A_forged_answer_is_told_of() =>
        Assert.Contains(new SenderWarning.ForgedAnswer("mx.example.org"), SenderWarnings.Of(Head("mira@holm.example", null), Report(SenderProof.Failed) with { Forged = true }, Known));

    [Fact]
    public void A_message_without_a_sender_breaks_nothing()
    {
        Assert.Empty(SenderWarnings.Of(HeadOf([], [], []), Report(SenderProof.Unknown), Known));
        Assert.Empty(Warn("no address at all <>"));
    }

    [Theory]
    [InlineData("ada@orchard.example", true)]
    [InlineData("MIRA@holm.example", true)]
    [InlineData("news@letters.example", true)]
    [InlineData("once@seldom.example", false)]
    [InlineData("never@seen.example", false)]
    public void Knows_whom_one_wrote_to_and_who_wrote_more_than_once(string address, bool known) => Assert.Equal(known, Known.IsKnown(address));

    private static IReadOnlyList<SenderWarning> Warn(string from, string? replyTo = null, SenderProof proof = SenderProof.Unknown) =>
        SenderWarnings.Of(Head(from, replyTo), Report(proof), Known);

    private static SenderReport Report(SenderProof proof) => new(proof, "mx.example.org", null, []);

    private static MessageHead Head(string from, string? replyTo, params HeaderField[] headers)
    {
        var at = from.IndexOf(" <", StringComparison.Ordinal);
        var sender = at < 0 ? new EmailAddress(null, from) : new EmailAddress(from[..at].Trim('"'), from[(at + 2)..^1]);
        return HeadOf([sender], replyTo is null ? [] : [new EmailAddress(null, replyTo)], headers);
    }

    private static MessageHead HeadOf(IReadOnlyList<EmailAddress> from, IReadOnlyList<EmailAddress> replyTo, IReadOnlyList<HeaderField> headers) =>
        new(new MessageRow(new Uid(1), default, 10, Keywords.None, Envelope.Empty with { From = from, ReplyTo = replyTo }, default, null), headers, new BodyPart("1", "text/plain", null, 1, null, null, Disposition.Unspecified, default, []));
}
