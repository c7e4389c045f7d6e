namespace Pannier.Core.Crypto;

/// <summary>What the site seals for itself and hands to a page to keep; it is opened under the number it was sealed with, so a rotation voids nothing that is out.</summary>
internal static class SiteBoxes
{
    public static byte[] SealForItself(this SiteKey site, Vault vault, string purpose, AssociatedData bound, ReadOnlySpan<byte> plain) =>
        vault.Seal(site.Shared(purpose, site.Id)!, bound, plain); // the number that signs is always there

    /// <summary>Null for a box that is made up, changed, bound otherwise, or of a key the file no longer holds.</summary>
    public static byte[]? OpenOwn(this SiteKey site, Vault vault, string purpose, AssociatedData bound, byte[] box)
    {
        try
        {
            return site.Shared(purpose, Box.Read(box).KeyId) is { } key ? vault.TryOpen(key, bound, box) : null;
        }
        catch (BoxRefused)
        {
            return null;
        }
    }
}
