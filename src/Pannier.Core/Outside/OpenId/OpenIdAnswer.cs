using Pannier.Core.Sessions;

namespace Pannier.Core.Outside.OpenId;

/// <summary>What came of a browser that was sent to the identity provider and has come back.</summary>
internal abstract record OpenIdAnswer
{
    private OpenIdAnswer()
    {
    }

    /// <summary>The provider vouches for somebody.</summary>
    /// <param name="Next">Where they wanted to go; null for their start page.</param>
    /// <param name="Wishes">What they wished at the door for this browser.</param>
    /// <param name="IsFresh">Whether they signed in there after they were sent, not before.</param>
    public sealed record Right(OpenIdPurpose Purpose, Vouch Vouch, LocalUrl? Next, Wishes Wishes, bool IsFresh) : OpenIdAnswer;

    /// <summary>Asked by another browser, too long ago, answered already, or by nobody here.</summary>
    public sealed record Over : OpenIdAnswer;

    /// <summary>The person, or the provider, said no.</summary>
    public sealed record Denied(OpenIdPurpose Purpose, LocalUrl? Next) : OpenIdAnswer;

    /// <summary>The answer cannot be relied on, or names nobody.</summary>
    public sealed record Wrong(OpenIdPurpose Purpose, LocalUrl? Next) : OpenIdAnswer;

    /// <summary>The provider could not be asked.</summary>
    public sealed record Unavailable(OpenIdPurpose Purpose, LocalUrl? Next) : OpenIdAnswer;
}
