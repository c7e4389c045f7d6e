using Pannier.Mail;
using Pannier.Mail.Parts;

namespace Pannier.Modules.Messages.Parts;

/// <summary>A part that is there.</summary>
/// <param name="Beside">The files it is listed with, itself among them; empty where it is listed with none.</param>
internal sealed record FoundPart(PartPath Path, BodyPart Part, IPartSource Source, IReadOnlyList<BodyPart> Beside)
{
    /// <summary>As the sender gave it, or as is usual for its type.</summary>
    public string Name => PartNames.Of(Part);

    /// <summary>Its first octets.</summary>
    /// <returns>The octets, and whether they are all.</returns>
    public async Task<(byte[] Octets, CopyExtent Extent)> ReadAsync(long atMost, CancellationToken cancellation)
    {
        using var octets = new MemoryStream();
        var extent = await Source.CopyAsync(Part, octets, atMost, cancellation);
        return (octets.ToArray(), extent);
    }
}
