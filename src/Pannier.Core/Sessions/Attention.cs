namespace Pannier.Core.Sessions;

/// <summary>Whether a request tells that the person is at the page.</summary>
public enum Attention
{
    /// <summary>They did something: the session is in use.</summary>
    Used,

    /// <summary>The page asked by itself (events, counts): the session's idle time goes on.</summary>
    Watched,
}
