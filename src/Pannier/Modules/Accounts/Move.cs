namespace Pannier.Modules.Accounts;

/// <summary>A step in the order of accounts.</summary>
public enum Move
{
    Up,
    Down,
}
