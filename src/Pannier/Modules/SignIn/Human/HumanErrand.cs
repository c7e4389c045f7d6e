using Pannier.Core;
using Pannier.Core.Http;
using Pannier.Core.Http.Carrying;

namespace Pannier.Modules.SignIn.Human;

/// <summary>What waits behind the check that a person signs in.</summary>
/// <param name="Next">Where the person wants to go once signed in; null for their start page.</param>
/// <param name="Back">The page of the door that sent them; null for signing in.</param>
/// <param name="Carried">What was sent when one had been signed out.</param>
/// <param name="Name">What was typed as the name.</param>
public sealed record HumanErrand(LocalUrl? Next, LocalUrl? Back = null, Parcel? Carried = null, Line? Name = null)
{
    /// <summary>Where the check is, for an errand that an address can hold.</summary>
    internal LocalUrl Url() => Then("/human-check", ("next", Next), ("back", Back));

    /// <summary>Where it goes on; null when a form has to take the rest along.</summary>
    internal LocalUrl? Onward() => Back ?? (Carried is null && Name is null ? Then("/sign-in", ("next", Next)) : null);

    private static LocalUrl Then(string path, params ReadOnlySpan<(string Name, LocalUrl? Url)> fields)
    {
        var query = "";
        foreach (var (name, url) in fields)
            if (url is not null) query += $"{(query.Length == 0 ? "?" : "&")}{name}={Uri.EscapeDataString(url.Value)}";
        return LocalUrl.Read(path + query) ?? LocalUrl.Of(path); // an address too long to come back to
    }
}
