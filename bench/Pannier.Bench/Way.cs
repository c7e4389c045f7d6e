namespace Pannier.Bench;

/// <summary>Which way something goes on the wire.</summary>
internal enum Way
{
    /// <summary>From the product to the server.</summary>
    Up,

    Down,
}
