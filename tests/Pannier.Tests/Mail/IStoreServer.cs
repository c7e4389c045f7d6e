using Pannier.Mail;

namespace Pannier.Tests.Mail;

/// <summary>A server the store contract runs against.</summary>
public interface IStoreServer
{
    /// <summary>An account nobody has used yet.</summary>
    string NewUser();

    IMailStore Open(string user);

    /// <summary>Makes a mailbox whose name no client of ours would make.</summary>
    Task MakeMailboxAsync(string user, string modifiedUtf7Name);
}
