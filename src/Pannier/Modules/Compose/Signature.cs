namespace Pannier.Modules.Compose;

/// <summary>An identity's signature as it stands at the end of a text, under the line that readers know it by (RFC 3676 §4.3).</summary>
internal static class Signature
{
    /// <summary>Empty when there is none.</summary>
    public static string Block(string signature) => signature.Trim().Length == 0 ? "" : $"\n\n-- \n{signature.ReplaceLineEndings("\n").TrimEnd()}\n";
}
