namespace Pannier.Modules.Messages.Pictures;

/// <summary>What an address gave when it was asked.</summary>
/// <param name="MediaType">Empty where nothing is to be shown.</param>
/// <param name="Bytes">Empty where nothing is to be shown.</param>
internal sealed record KeptPicture(PictureFate Fate, string MediaType, ReadOnlyMemory<byte> Bytes)
{
    public static KeptPicture Failed { get; } = new(PictureFate.Failed, "", default);

    public static KeptPicture Dot { get; } = new(PictureFate.Dot, "", default);
}
