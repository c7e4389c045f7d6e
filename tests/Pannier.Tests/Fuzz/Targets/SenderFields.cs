using Pannier.Mail;
using Pannier.Mail.Senders;

namespace Pannier.Tests.Fuzz.Targets;

/// <summary>Header fields that say who sent a message: whatever they hold, nothing is proven that the account's own server did not say, and nothing breaks.</summary>
internal sealed class SenderFields : IFuzzTarget
{
    private static readonly ServerHabit Habit = new("mx.example.org", ["dkim", "dmarc", "spf"]);
    private static readonly IReadOnlySet<HostName> Known = new HashSet<HostName> { HostName.Read("paypal.com")!, HostName.Read("orchard.example")! }; // they are names

    public IReadOnlyList<string> Samples { get; } =
    [
        "mx.example.org; spf=pass smtp.mailfrom=a@shop.example; dkim=pass (2048-bit key) header.d=shop.example header.s=s1 header.b=\"a=\"; dmarc=pass (p=NONE) header.from=shop.example",
        "mx.example.org 1; none",
        "spf=pass (sender IP is 192.0.2.1) smtp.mailfrom=shop.example; dkim=none (message not signed) header.d=none;dmarc=bestguesspass action=none header.from=shop.example;compauth=pass reason=109",
        "i=1; mx.google.com; dkim=pass header.i=@shop.example header.s=20230601; arc=fail (signature failed)",
        "v=1; a=rsa-sha256; c=relaxed/simple; d=shop.example; s=s1; h=from:to:subject; l=10; bh=eA==; b=eA==",
        "xn--pypal-4ve.com",
        "раураl.com.login.example",
    ];

    public IReadOnlyList<string> Words { get; } = [";", "=", "pass", "fail", "dmarc", "dkim", "header.d=", "smtp.mailfrom=", "(", ")", "\"", "reason=", "/", "policy.x=", "xn--", "rn", "vv"];

    public Task TryAsync(byte[] input)
    {
        var text = IFuzzTarget.Text(input);
        var answer = ServerAnswer.Read(text);
        var report = SenderReport.Of([new HeaderField("Authentication-Results", text)], [new EmailAddress(null, "a@shop.example")], Habit);
        if (report.Proof != SenderProof.Unknown) Assert.Equal(Habit.Server, answer?.Server);
        if (report.Proof == SenderProof.Proven) Assert.Contains(report.Answers, one => one.Passed);
        Assert.All(DkimTags.Read(text).Headers, name => Assert.Equal(name.Trim(), name));
        Assert.NotNull(Skeleton.Of(text));
        if (HostName.Read(text) is { } host && LookAlike.Find(host, Known) is { } like) Assert.Contains(like, Known);
        return Task.CompletedTask;
    }
}
