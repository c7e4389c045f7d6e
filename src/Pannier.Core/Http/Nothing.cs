namespace Pannier.Core.Http;

/// <summary>The input of a route that accepts nothing.</summary>
public sealed record Nothing : IInput<Nothing>
{
    public static Nothing Read(Fields fields) => new();
}
