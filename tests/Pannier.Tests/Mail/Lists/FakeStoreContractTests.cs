using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Pannier.Mail;
using Pannier.Tests.Support;

namespace Pannier.Tests.Mail.Lists;

/// <summary>The store in memory keeps what every store promises: what the list tests prove with it holds for real ones.</summary>
public sealed class FakeStoreContractTests() : StoreContract(new FakeStoreServer());

/// <summary>Servers in memory, one an account.</summary>
internal sealed partial class FakeStoreServer : IStoreServer
{
    private readonly Dictionary<string, FakeServer> _servers = [];

    public string NewUser()
    {
        var name = _servers.Count.ToString(CultureInfo.InvariantCulture);
        _servers[name] = new FakeServer();
        _servers[name].Make("INBOX", MailboxRole.Inbox);
        foreach (var role in (MailboxRole[])[MailboxRole.Drafts, MailboxRole.Sent, MailboxRole.Archive, MailboxRole.Junk, MailboxRole.Trash]) _servers[name].Make(role.ToString(), role);
        return name;
    }

    public IMailStore Open(string user) => new FakeStore(_servers[user]);

    public Task MakeMailboxAsync(string user, string modifiedUtf7Name)
    {
        var name = Shifted().Replace(modifiedUtf7Name, run => Encoding.BigEndianUnicode.GetString(Convert.FromBase64String(Padded(run.Groups[1].Value.Replace(',', '/')))));
        _servers[user].Put(new FakeMailbox(name, MailboxRole.None, 77));
        return Task.CompletedTask;
    }

    private static string Padded(string base64) => base64.PadRight((base64.Length + 3) / 4 * 4, '=');

    [GeneratedRegex("&([^-]+)-")]
    private static partial Regex Shifted();
}
