namespace Pannier.Modules.Messages;

/// <summary>Someone named in a header.</summary>
/// <param name="Name">Null when only the address was given.</param>
public sealed record Person(string? Name, string Address)
{
    public string Shown => Name ?? Address;
}
