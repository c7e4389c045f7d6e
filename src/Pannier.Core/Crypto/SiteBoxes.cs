namespace Pannier.Core.Crypto;

/// <summary>What the site seals for itself and hands to a page to keep; it is opened under the number it was sealed with, so a rotation voids nothing that is out.</summary>
internal static class SiteBoxes
{
    public static byte[] SealForItself(this SiteKey site, Vault vault, string purpose, AssociatedData bound, ReadOnlySpan<byte> plain)
    {
        using var key = site.Derive(purpose);
        return vault.Seal(key, bound, plain);
    }

    /// <summary>Null for a box that is made up, changed, bound otherwise, or of a key the file no longer holds.</summary>
    public static byte[]? OpenOwn(this SiteKey site, Vault vault, string purpose, AssociatedData bound, byte[] box)
    {
        try
        {
            using var key = site.Derive(purpose, Box.Read(box).KeyId);
            return key is null ? null : vault.TryOpen(key, bound, box);
        }
        catch (BoxRefused)
        {
            return null;
        }
    }
}
