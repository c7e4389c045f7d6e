using Pannier.Core;

namespace Pannier.Modules.Members;

/// <summary>How one person may come in.</summary>
public abstract record Invitation(DateTimeOffset ExpiresAt) : ITitled
{
    public abstract Said Title { get; }

    /// <param name="Url">Whole, to be copied; shown this once.</param>
    public sealed record Link(string Url, DateTimeOffset ExpiresAt) : Invitation(ExpiresAt)
    {
        public override Said Title => Said.Of("people.invited");
    }

    /// <param name="Name">Who may sign in with the password they have at the host.</param>
    public sealed record ByName(string Name, string Host, DateTimeOffset ExpiresAt) : Invitation(ExpiresAt)
    {
        public override Said Title => Said.Of("people.let-in", "name", Name);

        public Said Until => Said.Of("people.let-in.until", "host", Host).With("at", ExpiresAt);
    }
}
