using System.Buffers.Text;
using Pannier.Core.Users;

namespace Pannier.Core.Http.Carrying;

/// <summary>A carried form on its way through the door's pages: sealed by the site for one person, at most 600,000 characters.</summary>
public sealed record Parcel
{
    private const int Longest = 600_000;

    private Parcel(UserId owner, byte[] box) => (Owner, Box) = (owner, box);

    internal UserId Owner { get; }

    internal byte[] Box { get; }

    internal static Parcel Of(UserId owner, byte[] box) => new(owner, box);

    /// <summary>Null for a text that is none.</summary>
    public static Parcel? Read(string text) =>
        text.Length <= Longest && text.Split('.') is [var owner, var box] && UserId.Read(owner) is { } user && Base64Url.IsValid(box) ? new(user, Base64Url.DecodeFromChars(box)) : null;

    public override string ToString() => $"{Owner.Value}.{Base64Url.EncodeToString(Box)}";
}
