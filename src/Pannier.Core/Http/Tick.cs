namespace Pannier.Core.Http;

/// <summary>A check box.</summary>
public enum Tick
{
    Off,
    On,
}
