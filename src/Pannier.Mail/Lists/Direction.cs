namespace Pannier.Mail.Lists;

/// <summary>Which end of a list comes first.</summary>
public enum Direction
{
    Descending,
    Ascending,
}
