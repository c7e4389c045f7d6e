using Pannier.Mail;
using Pannier.Tests.Support;

namespace Pannier.Tests.Modules.Messages;

/// <summary>A site and a web server of a sender's, which the site may reach.</summary>
public sealed class PictureSite : IAsyncLifetime
{
    internal PictureHost Host { get; } = new();

    internal MailSite Site { get; private set; } = null!; // made before the first test

    internal FakeServer Server { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Site = await MailSite.StartAsync(("Egress:Web:Allow:0", $"localhost:{Host.Port}"));
        Server = Site.Mail.Add("Work", "ann@example.org");
        Server.Make("Junk", MailboxRole.Junk);
    }

    public async ValueTask DisposeAsync()
    {
        await Site.DisposeAsync();
        await Host.DisposeAsync();
    }
}
