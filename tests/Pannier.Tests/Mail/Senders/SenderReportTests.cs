using Pannier.Mail;
using Pannier.Mail.Senders;

namespace Pannier.Tests.Mail.Senders;

public sealed class SenderReportTests
{
    private static readonly ServerHabit Habit = new("mx.example.org", ["dkim", "dmarc", "spf"]);

    [Theory]
    [InlineData("mx.example.org; dmarc=pass header.from=shop.example", SenderProof.Proven)]
    [InlineData("mx.example.org 1; DMARC=Pass (p=reject) header.from=SHOP.example", SenderProof.Proven)]
    [InlineData("mx.example.org; dmarc=pass header.from=other.example", SenderProof.Unproven)]
    [InlineData("mx.example.org; dmarc=fail header.from=shop.example; spf=pass smtp.mailfrom=shop.example", SenderProof.Failed)]
    [InlineData("mx.example.org; dmarc=none; dkim=pass header.d=shop.example", SenderProof.Proven)]
    [InlineData("mx.example.org; dkim=pass header.i=@shop.example", SenderProof.Proven)]
    [InlineData("mx.example.org; dkim=pass header.d=example", SenderProof.Unproven)]
    [InlineData("mx.example.org; dkim=pass header.d=mailer.example; dkim=pass header.d=shop.example", SenderProof.Proven)]
    [InlineData("mx.example.org; dkim=pass header.d=evilshop.example", SenderProof.Unproven)]
    [InlineData("mx.example.org; spf=pass smtp.mailfrom=bounce@shop.example", SenderProof.Proven)]
    [InlineData("mx.example.org; spf=pass smtp.mailfrom=list.example", SenderProof.Unproven)]
    [InlineData("mx.example.org; dkim=none; spf=softfail smtp.mailfrom=shop.example", SenderProof.Unproven)]
    [InlineData("mx.example.org; none", SenderProof.Unknown)]
    [InlineData("mx.example.org; iprev=pass", SenderProof.Unknown)]
    [InlineData("mx.elsewhere.example; dmarc=pass header.from=shop.example", SenderProof.Unknown)]
    [InlineData("mx.example.org.evil.example; dmarc=pass header.from=shop.example", SenderProof.Unknown)]
    [InlineData("\"; dmarc=pass", SenderProof.Unknown)]
    public void Believes_the_accounts_own_server_and_nobody_else(string answer, SenderProof proof)
    {
        var report = Report("deals@shop.example", answer);

        Assert.Equal(proof, report.Proof);
        Assert.Equal(proof == SenderProof.Proven ? "shop.example" : null, report.ProvenDomain?.Value);
    }

    [Fact]
    public void A_parent_domain_speaks_for_those_below_it_and_not_the_other_way()
    {
        Assert.Equal(SenderProof.Proven, Report("a@news.shop.example", "mx.example.org; dkim=pass header.d=shop.example").Proof);
        Assert.Equal(SenderProof.Unproven, Report("a@shop.example", "mx.example.org; dkim=pass header.d=tenant.shop.example").Proof);
    }

    [Fact]
    public void The_upper_answer_counts_and_a_better_one_beneath_it_is_told_of()
    {
        var report = Report("deals@shop.example", "mx.example.org; dmarc=fail header.from=shop.example", "mx.example.org; dmarc=pass header.from=shop.example");

        Assert.Equal(SenderProof.Failed, report.Proof);
        Assert.True(report.Forged);
    }

    [Fact]
    public void Answers_in_two_fields_are_put_together()
    {
        var report = Report("deals@shop.example", "mx.example.org; dmarc=none", "mx.example.org; dkim=pass header.d=shop.example");

        Assert.Equal(["dmarc", "dkim"], report.Answers.Select(answer => answer.Method));
        Assert.Equal(SenderProof.Proven, report.Proof);
        Assert.False(report.Forged);
    }

    [Fact]
    public void A_check_that_the_server_does_not_make_is_not_believed_in_its_name()
    {
        var report = SenderReport.Of([Results("mx.example.org; spf=fail"), Results("mx.example.org; dmarc=pass header.from=shop.example")], [new EmailAddress(null, "a@shop.example")], new ServerHabit("mx.example.org", ["spf"]));

        Assert.Equal(SenderProof.Unproven, report.Proof);
    }

    [Fact]
    public void Without_a_habit_nothing_is_believed() =>
        Assert.Equal(SenderProof.Unknown, SenderReport.Of([Results("mx.example.org; dmarc=pass header.from=shop.example")], [new EmailAddress(null, "a@shop.example")], null).Proof);

    [Fact]
    public void Two_senders_are_never_proven()
    {
        IReadOnlyList<HeaderField> twice = [Results("mx.example.org; dmarc=pass header.from=shop.example"), new("From", "a@shop.example"), new("from", "b@other.example")];

        Assert.Equal(SenderProof.Unproven, SenderReport.Of(twice, [new EmailAddress(null, "a@shop.example")], Habit).Proof);
        Assert.Equal(SenderProof.Unproven, SenderReport.Of([twice[0]], [new EmailAddress(null, "a@shop.example"), new EmailAddress(null, "b@shop.example")], Habit).Proof);
        Assert.Null(SenderReport.Of([twice[0]], [], Habit).Domain);
    }

    [Fact]
    public void Reads_the_unnamed_answers_of_Microsoft()
    {
        var answer = ServerAnswer.Read("spf=pass (sender IP is 192.0.2.1) smtp.mailfrom=shop.example; dkim=pass (signature was verified) header.d=shop.example;dmarc=pass action=none header.from=shop.example;compauth=pass reason=100");

        Assert.NotNull(answer);
        Assert.Equal("", answer.Server);
        Assert.Equal(["spf", "dkim", "dmarc", "compauth"], answer.Methods.Select(method => method.Method));
        Assert.Equal("shop.example", answer.Methods[2].Domain?.Value);
    }

    [Fact]
    public void An_endless_answer_is_none() => Assert.Null(ServerAnswer.Read("mx.example.org; dkim=pass (" + new string('x', 20_000) + ")"));

    private static SenderReport Report(string from, params string[] answers) =>
        SenderReport.Of([.. answers.Select(Results)], [new EmailAddress(null, from)], Habit);

    private static HeaderField Results(string value) => new("Authentication-Results", value);
}
