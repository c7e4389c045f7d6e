using Pannier.Mail.Mirror.News;

namespace Pannier.Core.Accounts;

/// <summary>What happens to the signed-in person's mail, for pages that want to keep up.</summary>
public interface IMailNews
{
    /// <summary>Where the mirror stands now.</summary>
    NewsPlace Here { get; }

    /// <summary>Waits for news after a place.</summary>
    /// <returns>Null when that place is of another life of the mirror or too far back: look at everything again.</returns>
    Task<MirrorNews?> AfterAsync(NewsPlace place, CancellationToken cancellation);
}
