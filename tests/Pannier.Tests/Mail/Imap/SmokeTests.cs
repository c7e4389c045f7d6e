using Pannier.Mail;
using Pannier.Tests.Support;

namespace Pannier.Tests.Mail.Imap;

public sealed class SmokeTests
{
    [Fact]
    public async Task Lists_over_tls()
    {
        await using var dovecot = new Dovecot(null, "", "anna");
        await using var store = ImapStores.Open(dovecot, "anna");
        var list = await store.Use(c => c.ListMailboxesAsync(TestContext.Current.CancellationToken));
        Assert.Fail(string.Join("\n", list));
    }
}
